import { readFileSync, readdirSync } from 'node:fs';
import { locales } from '../../../domain/messages/locale.ts';
import { type LintContext, contextOf } from '../../../simulator/lint/context.ts';

const root = new URL('../../../', import.meta.url);

/** The shipped definitions by name. */
export const definitions: ReadonlyMap<string, string> = new Map(
  readdirSync(new URL('workflows', root))
    .filter((file) => file.endsWith('.asl.json'))
    .map((file) => [file.replace('.asl.json', ''), readFileSync(new URL(`workflows/${file}`, root), 'utf8')]),
);

const templates = locales.flatMap((locale) =>
  readdirSync(new URL(`templates/${locale}`, root)).map((file) => `${locale}/${file.replace('.md', '')}`),
);

export const context: LintContext = contextOf(definitions, new Set(templates));

export function definitionOf(name: string): string {
  const text = definitions.get(name);
  if (text === undefined) throw new Error(`no machine is called ${name}`);
  return text;
}
