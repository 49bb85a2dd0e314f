import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { locales } from '../../domain/messages/locale.ts';
import { type LintContext, contextOf } from '../../simulator/lint/context.ts';
import { UsageError } from './subcommand.ts';

const ENDING = '.asl.json';

/** The name of the machine in a file: `workflows/loyalty-offer.asl.json` is `loyalty-offer`. */
export function machineNameOf(file: string): string {
  if (!file.endsWith(ENDING))
    throw new UsageError(
      `${file} is no workflow: its name must end in ${ENDING}. Settings and templates are looked at by prove --edit FILE.`,
    );
  return basename(file, ENDING);
}

/** The definitions of the repository, by name of the machine. */
export function readDefinitions(root: string): Map<string, string> {
  const folder = join(root, 'workflows');
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(ENDING))
      .map((file) => [machineNameOf(file), readFileSync(join(folder, file), 'utf8')]),
  );
}

/** What definitions are held against: the machines and templates as they are in the repository. */
export function readContext(root: string, definitions: ReadonlyMap<string, string>): LintContext {
  const templates = locales.flatMap((locale) =>
    readdirSync(join(root, 'templates', locale))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${locale}/${basename(file, '.md')}`),
  );
  return contextOf(definitions, new Set(templates));
}
