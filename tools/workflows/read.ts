import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { locales } from '../../domain/messages/locale.ts';
import { publishableSettings } from '../../domain/settings/publishable.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import {
  TypedHolidays,
  UnknownCountry,
  UnknownRegion,
  withHolidays,
} from '../../functions/calendar/holidays.ts';
import { checkDefinition } from '../../simulator/asl/definition/parse.ts';
import { readMachines } from '../../simulator/what-if/model/machines.ts';
import type { Machines } from '../../simulator/what-if/model/machines.ts';
import { readFile } from './read-file.ts';
import { readDefinitions } from './repository.ts';
import { Unfit, UsageError } from './subcommand.ts';
import type { Surroundings } from './subcommand.ts';

const suffix = '.asl.json';

/** The texts of one version: every machine by name, the settings, and edited templates by path below `templates`. */
export interface Texts {
  readonly machines: Readonly<Record<string, string>>;
  readonly settings: string;
  readonly templates: Readonly<Record<string, string>>;
}

/** The files as they stand in the repository. */
export const currentTexts = (root: string): Texts => ({
  machines: Object.fromEntries(readDefinitions(root)),
  settings: readFileSync(join(root, 'workflows', 'settings.json'), 'utf8'),
  templates: {},
});

/**
 * The texts with files in place of current ones. What a file replaces is its name: that of a machine or
 * `settings.json`; for a template the folder counts too, as in `es/decline.md`. With `workflow` it is that machine.
 * @throws UsageError when neither says
 */
export function withEdits(
  texts: Texts,
  files: readonly string[],
  { root, folder }: Pick<Surroundings, 'root' | 'folder'>,
  workflow?: string,
): Texts {
  return files.reduce<Texts>((before, given) => {
    const text = readFile(resolve(folder, given));
    const file = workflow === undefined ? given : `${workflow}${suffix}`;
    const name = basename(file, suffix);
    if (basename(file) === 'settings.json') return { ...before, settings: text };
    if (file.endsWith(suffix) && Object.hasOwn(before.machines, name))
      return { ...before, machines: { ...before.machines, [name]: text } };
    const template = templateNamed(root, resolve(folder, given));
    if (template !== undefined && workflow === undefined)
      return { ...before, templates: { ...before.templates, [template]: text } };
    const machines = Object.keys(before.machines).map((one) => one + suffix);
    throw new UsageError(
      `${file} is no file of the product. An edit is called ${machines.join(', ')}, settings.json, or as a template with its folder: es/decline.md.`,
    );
  }, texts);
}

/** The path below `templates` of the template that a file replaces. */
function templateNamed(root: string, file: string): string | undefined {
  const folder = basename(dirname(file));
  const path = locales.some((locale) => locale === folder) ? join(folder, basename(file)) : basename(file);
  const known = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' });
  return /\.(?:md|mjml|txt|json)$/.test(path) && known.includes(path) ? path : undefined;
}

/**
 * Ready to be played, the public holidays in the settings.
 * @throws Unfit for a file that must not be published
 */
export function parsed({ machines, settings }: Texts): { machines: Machines; settings: Settings } {
  return { machines: machinesIn(machines), settings: settingsIn(settings) };
}

/**
 * The settings in a file, as a deployment and the console publish them.
 * @throws Unfit for a file that must not be published
 */
export function settingsIn(text: string): Settings {
  try {
    return withHolidays(publishableSettings.parse(JSON.parse(text)));
  } catch (error) {
    if (error instanceof z.ZodError)
      throw new Unfit(`settings.json must not be published:\n${z.prettifyError(error)}`);
    if (error instanceof TypedHolidays)
      throw new Unfit(`settings.json must not be published:\n${error.message}`);
    if (error instanceof UnknownCountry || error instanceof UnknownRegion)
      throw new Unfit(`settings.json must not be published: ${error.message}`);
    if (error instanceof SyntaxError) throw new Unfit(`settings.json is no JSON: ${error.message}`);
    throw error;
  }
}

function machinesIn(machines: Texts['machines']): Machines {
  try {
    return readMachines(machines);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Unfit(
      `${whatIsWrong(machines, error)}\nnpm run workflows -- check FILE says where, and how to mend it.`,
    );
  }
}

function whatIsWrong(machines: Texts['machines'], error: Error): string {
  const wrong = Object.entries(machines).map(([name, text]) => ({ name, text, ...checkDefinition(text) }));
  const found = wrong.find(({ machine }) => machine === undefined);
  if (!found) return `A workflow must not be published: ${error.message}`;
  const file = found.name + suffix;
  const why = notJson(found.text);
  if (why !== undefined) return `${file} is no JSON: ${why}`;
  const faults = found.diagnostics.map(({ message, location = '/' }) => `✖ ${message}\n  → at ${location}`);
  return [`${file} must not be published:`, ...faults].join('\n');
}

function notJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
