import * as z from 'zod';
import { messages } from '../../../domain/messages/messages.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';

const tag = /\{\{([#^/]?)\s*([\w.]+)\s*\}\}/g;

/** The names a text asks for, sections included: `decisionDue.full`, `interviewWeek`. */
export function tagsIn(source: string): Set<string> {
  return new Set([...source.matchAll(tag)].flatMap(([, , name]) => name ?? []));
}

/** Something to write into a text: a value, or a part that is there only when there is a value. */
export interface Insertable {
  readonly label: string;
  readonly insert: string;
}

/**
 * What can be written into a message: what its texts name in any language, which is known to work, and the plain texts
 * that it carries.
 */
export function insertables(message: MessageName, sources: readonly string[]): Insertable[] {
  const sections = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(tag)].flatMap(([, sign, name]) => (sign ? (name ?? []) : [])),
    ),
  );
  const named = new Set([
    ...sources.flatMap((source) => [...tagsIn(source)]),
    ...plainTexts(messages[message].variables, ''),
  ]);
  return [...named]
    .toSorted()
    .map((name) =>
      sections.has(name)
        ? { label: `${name}, if there is one`, insert: `{{#${name}}}{{/${name}}}` }
        : { label: name, insert: `{{${name}}}` },
    );
}

/** Members that are a line of text and nothing else: dates and numbers are written in forms of their own. */
function plainTexts(schema: z.core.$ZodType, path: string): string[] {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    return Object.entries(shape).flatMap(([name, member]) =>
      plainTexts(member, path === '' ? name : `${path}.${name}`),
    );
  }
  const isText = schema instanceof z.ZodString && schema.format === null;
  return isText ? [path] : [];
}
