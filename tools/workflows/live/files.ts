import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { locale } from '../../../domain/messages/locale.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { isMessageName, messageNames } from '../../../domain/messages/messages.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { workflowNames } from '../../../domain/workflows/names.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { readFile } from '../read-file.ts';
import { UsageError } from '../subcommand.ts';
import type { Surroundings } from '../subcommand.ts';

/** What files hold, by what they are of. */
export interface Files {
  readonly definitions: Partial<Record<WorkflowName, string>>;
  readonly sources: Partial<Record<MessageName, Partial<Record<Locale, string>>>>;
  readonly settings: string | undefined;
}

/** Where things stand in the repository. */
export const paths = {
  workflow: (root: string, name: WorkflowName) => join(root, 'workflows', `${name}.asl.json`),
  template: (root: string, of: Locale, name: MessageName) => join(root, 'templates', of, `${name}.md`),
  settings: (root: string) => join(root, 'workflows', 'settings.json'),
} as const;

/**
 * What the files named hold; all of the repository when none is named. A file's name says what it is of, for a
 * template its folder too: `keep-promise.asl.json`, `settings.json`, `es/decline.md`.
 * @throws Hindered for a file that is not there, UsageError for one that is none of the product
 */
export function readFiles(named: readonly string[], { root, folder }: Surroundings): Files {
  const found: Files & { settings: string | undefined } = {
    definitions: {},
    sources: {},
    settings: undefined,
  };
  for (const file of named.length > 0 ? named.map((one) => resolve(folder, one)) : allOf(root)) {
    const text = readFile(file);
    const name = basename(file).replace(/\.asl\.json$|\.md$/, '');
    const workflow = workflowNames.find((one) => file.endsWith('.asl.json') && one === name);
    const language = locale.safeParse(basename(dirname(file))).data;
    if (workflow) found.definitions[workflow] = text;
    else if (basename(file) === 'settings.json') found.settings = text;
    else if (file.endsWith('.md') && language && isMessageName(name))
      found.sources[name] = { ...found.sources[name], [language]: text };
    else
      throw new UsageError(
        `${file} is no file of the product: a workflow (NAME.asl.json), settings.json, or a template with its folder (es/decline.md).`,
      );
  }
  return found;
}

function allOf(root: string): string[] {
  const templates = locale.options.flatMap((of) =>
    messageNames.map((name) => paths.template(root, of, name)).filter(existsSync),
  );
  const known = new Set(readdirSync(join(root, 'workflows')));
  const workflows = workflowNames.filter((name) => known.has(`${name}.asl.json`));
  return [...workflows.map((name) => paths.workflow(root, name)), paths.settings(root), ...templates];
}
