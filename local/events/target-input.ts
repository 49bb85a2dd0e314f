import { type Json, type JsonObject, isObject, parseJson } from '../assembly/json.ts';
import type { TargetModel } from '../assembly/model.ts';

/** The value at a path like `$.detail.id`; undefined when there is none. */
function at(event: Json, path: string): Json | undefined {
  let value: Json | undefined = event;
  for (const key of path.split('.').slice(1)) {
    const [name = '', ...indexes] = key.split(/[[\]]+/).filter((part) => part !== '');
    value = isObject(value) ? value[name] : undefined;
    for (const index of indexes) value = Array.isArray(value) ? value[Number(index)] : undefined;
  }
  return value;
}

const predefined = (event: JsonObject, rule: { name: string; arn: string }): Record<string, Json> => ({
  'aws.events.rule-arn': rule.arn,
  'aws.events.rule-name': rule.name,
  'aws.events.event.ingestion-time': event['time'] ?? '',
  'aws.events.event': event,
  'aws.events.event.json': event,
});

/**
 * What a rule's target receives, as JSON text: the event, a constant, a part of the event, or the input template
 * with its variables filled in. In a template a variable inside quotes gives bare text, elsewhere JSON.
 * Source: EventBridge user guide, "Input transformation".
 */
export function targetInput(
  target: TargetModel,
  event: JsonObject,
  rule: { name: string; arn: string },
): string {
  if (target.input !== undefined) return target.input;
  if (target.inputPath !== undefined) return JSON.stringify(at(event, target.inputPath) ?? null);
  const { transformer } = target;
  if (transformer === undefined) return JSON.stringify(event);
  const values: Record<string, Json | undefined> = predefined(event, rule);
  for (const [name, path] of Object.entries(transformer.paths)) values[name] = at(event, path);
  const filled = fill(transformer.template, values);
  // The target is given JSON; a template that makes none is the author's mistake and must be seen.
  parseJson(filled);
  return filled;
}

const asText = (value: Json): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

/** Strings with all that is in them, or a variable outside of any. */
const PIECE = /"(?:[^"\\]|\\.)*"|<[^<>\s"]+>/g;
const VARIABLE = /<([^<>\s"]+)>/g;

/** Inside a string a variable becomes bare text, elsewhere JSON. */
function fill(template: string, values: Readonly<Record<string, Json | undefined>>): string {
  const valueOf = (name: string): Json => values[name] ?? null;
  return template.replaceAll(PIECE, (piece) =>
    piece.replaceAll(VARIABLE, (whole, name: string) => {
      if (!(name in values)) return whole;
      if (piece.startsWith('"')) return JSON.stringify(asText(valueOf(name))).slice(1, -1);
      return JSON.stringify(valueOf(name));
    }),
  );
}
