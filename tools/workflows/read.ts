import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { settings as settingsSchema } from '../../domain/settings/settings.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { readMachines } from '../../simulator/what-if/model/machines.ts';
import type { Machines } from '../../simulator/what-if/model/machines.ts';

const folder = join(import.meta.dirname, '..', '..', 'workflows');
const suffix = '.asl.json';

/** What a command line asks for is not there or makes no sense; the message is all a person needs. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The texts of one version: every machine by name, and the settings. */
export interface Texts {
  readonly machines: Readonly<Record<string, string>>;
  readonly settings: string;
}

/** The files as they stand in the repository. */
export function currentTexts(): Texts {
  const files = readdirSync(folder).filter((file) => file.endsWith(suffix));
  return {
    machines: Object.fromEntries(
      files.map((file) => [basename(file, suffix), readFileSync(join(folder, file), 'utf8')]),
    ),
    settings: readFileSync(join(folder, 'settings.json'), 'utf8'),
  };
}

/**
 * The texts with one file in place of the current one. Which it replaces is its name, or `workflow`.
 * @throws Refused when neither says
 */
export function withEdit(texts: Texts, file: string, workflow?: string): Texts {
  const text = readFile(file);
  if (workflow === undefined && basename(file) === 'settings.json') return { ...texts, settings: text };
  const name = workflow ?? basename(file, suffix);
  if (!Object.hasOwn(texts.machines, name)) {
    throw new Refused(
      `${file} is none of ${Object.keys(texts.machines).join(', ')}, settings; say which with --workflow`,
    );
  }
  return { ...texts, machines: { ...texts.machines, [name]: text } };
}

/** @throws Refused for a file that cannot be read */
export function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Ready to be played.
 * @throws InvalidDefinition, SyntaxError, ZodError for a file that must not be published
 */
export function parsed({ machines, settings }: Texts): { machines: Machines; settings: Settings } {
  return { machines: readMachines(machines), settings: settingsSchema.parse(JSON.parse(settings)) };
}
