import { repeatedName } from '../definition/json-fault.ts';
import { type Json, parseGiven } from '../json.ts';
import { FunctionError } from './function-error.ts';

/** `$parse(text)`: the JSON value of a text. A name that stands twice in an object is refused, and a number too large. */
export function parse(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    const value = parseGiven(text);
    if (repeatedName(text) === undefined) return value;
  } catch {
    throw invalid();
  }
  throw invalid();
}

const invalid = (): FunctionError => new FunctionError('D3137', 'Invalid JSON');
