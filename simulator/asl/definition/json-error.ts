import type { Diagnostic } from './diagnostic.ts';
import { type JsonFault, faultIn, repeatedName } from './json-fault.ts';

/** Characters of a text that the service shows of it. */
const SHOWN = 500;

/** What the service's parser says about text that is no JSON. */
export function describeJsonText(text: string): string {
  return inWords(text, faultIn(text));
}

/** The finding for a definition that is no JSON. */
export function describeJsonError(text: string): Diagnostic {
  return diagnosed(text, faultIn(text));
}

/** The finding for a definition in which an object has a name twice: one of the two would be lost without a word. */
export function describeRepeatedName(text: string): Diagnostic | undefined {
  const fault = repeatedName(text);
  return fault && diagnosed(text, fault);
}

function diagnosed(text: string, fault: JsonFault): Diagnostic {
  const location = placeIn(text, fault.offset);
  return {
    severity: 'ERROR',
    code: 'INVALID_JSON_DESCRIPTION',
    message: `${inWords(text, fault)}\n at ${location}`,
    location,
  };
}

function inWords(text: string, { message, opened }: JsonFault): string {
  return opened === undefined ? message : message.replace('<start>', () => placeIn(text, opened));
}

/** Where in a text the parser stands; lines and columns count from 1. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - (before.lastIndexOf('\n') + 1) + 1;
  const rest = text.length - SHOWN;
  const source = rest > 0 ? `"${text.slice(0, SHOWN)}"[truncated ${rest} chars]` : `"${text}"`;
  return `[Source: (String)${source}; line: ${line}, column: ${column}]`;
}
