import { type Json, isJsonObject } from '../../asl/json.ts';
import { isExpression } from '../../asl/template.ts';
import { type StateView, ends } from '../definition/view.ts';
import type { Subject } from '../subject.ts';
import { syntaxOf } from './expressions.ts';
import { type JsonSchema, follow } from './schema.ts';
import { type Source, assignedTo, itemGiven } from './sources.ts';
import { type Reference, isSyntax, literalOf, referenceOf } from './syntax.ts';

/** What is known of the value of a template or expression, in the state it stands in; undefined: nothing. */
export function schemaOf(
  subject: Subject,
  { value, state }: Source,
  followed: readonly string[] = [],
): JsonSchema | undefined {
  if (typeof value === 'string')
    return isExpression(value) ? ofSyntax(subject, syntaxOf(value), state, followed) : { const: value };
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([name, item]) => [
      name,
      schemaOf(subject, { value: item, state }, followed) ?? {},
    ]);
    return closed(Object.fromEntries(members));
  }
  return typeof value === 'boolean' || typeof value === 'number' ? { const: value } : undefined;
}

function ofSyntax(
  subject: Subject,
  syntax: unknown,
  state: StateView,
  followed: readonly string[],
): JsonSchema | undefined {
  const literal = literalOf(syntax);
  if (literal !== undefined) return literal === null ? { type: 'null' } : { const: literal };
  if (isSyntax(syntax) && syntax.type === 'condition')
    return anyOf([syntax['then'], syntax['else']].map((part) => ofSyntax(subject, part, state, followed)));
  const reference = referenceOf(syntax);
  if (!reference?.exact) return undefined;
  const root = rootOf(subject, reference, state, followed);
  const found = root && follow(root.schema, root.steps);
  return found && 'schema' in found ? found.schema : undefined;
}

/**
 * What a reference starts from, and the steps from there: the value of a variable, the result of a Task, the item
 * of a Map. Undefined when nothing is known of it.
 */
export function rootOf(
  subject: Subject,
  { variable, steps }: Reference,
  state: StateView,
  followed: readonly string[] = [],
): { readonly schema: JsonSchema; readonly steps: readonly string[] } | undefined {
  if (variable !== 'states') {
    if (followed.includes(variable)) return undefined;
    const sources = assignedTo(subject, variable);
    const schema = anyOf(sources.map((source) => schemaOf(subject, source, [...followed, variable])));
    return schema && { schema, steps };
  }
  const [first, second, ...rest] = steps;
  if (first === 'result') {
    const schema = resultOf(subject, state, followed);
    return schema && { schema, steps: steps.slice(1) };
  }
  const given = first === 'input' && second !== undefined ? itemGiven(state, second) : undefined;
  const schema = given && schemaOf(subject, given, followed);
  return schema && { schema, steps: rest };
}

/** What `$states.result` is in a Task. */
function resultOf(subject: Subject, state: StateView, followed: readonly string[]): JsonSchema | undefined {
  const call = subject.calls.get(state);
  const step = call?.step === undefined ? undefined : subject.context.steps.get(call.step);
  if (call?.waitsForToken) return step?.answer;
  if (step) return { type: 'object', properties: { Payload: step.output } };
  const machine = call?.waitsForEnd ? call.machine : undefined;
  const mark = `machine ${machine}`;
  if (machine === undefined || followed.includes(mark)) return undefined;
  const output = outputOf(subject, machine, [...followed, mark]);
  return output && { type: 'object', properties: { Output: output } };
}

/** What a machine gives when it ends well, or undefined when that is not written out at each of its ends. */
function outputOf(subject: Subject, name: string, followed: readonly string[]): JsonSchema | undefined {
  const child = subject.named(name);
  if (!child) return undefined;
  const outputs = [...child.machine.block.states.values()]
    .filter((state) => ends(state) && state.type !== 'Fail')
    .map((state): JsonSchema | undefined => {
      const value: Json | undefined = state.fields['Output'];
      if (value !== undefined) return schemaOf(child, { value, state }, followed);
      // A Task then gives what was called: nothing of the machine's own.
      return state.type === 'Task' ? closed({}) : undefined;
    });
  return anyOf(outputs);
}

function closed(properties: Record<string, JsonSchema>): JsonSchema {
  return { type: 'object', properties, additionalProperties: false };
}

function anyOf(schemas: readonly (JsonSchema | undefined)[]): JsonSchema | undefined {
  const known = schemas.filter((schema) => schema !== undefined);
  if (known.length === 0 || known.length < schemas.length) return undefined;
  const [only] = known;
  return known.length === 1 ? only : { anyOf: known };
}
