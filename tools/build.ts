/** Builds what a deployment publishes, the files of `.build`, from the sources. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as z from 'zod';
import { locales } from '../domain/messages/locale.ts';
import { messageNames } from '../domain/messages/messages.ts';
import { publishableSettings } from '../domain/settings/publishable.ts';
import type { Settings } from '../domain/settings/settings.ts';
import { workflowNames } from '../domain/workflows/names.ts';
import { buildTemplates } from './build-templates.ts';
import { withHolidays } from '../functions/calendar/holidays.ts';
import { stepOutputs } from '../simulator/lint/context.ts';
import { readSamples } from './templates/samples.ts';

/** The settings file does not fit: which fields, and why. */
export class SettingsError extends Error {
  constructor(file: string, issues: readonly z.core.$ZodIssue[]) {
    const lines = issues.map(({ path, message }) => `  ${path.join('.') || '(the whole file)'}: ${message}`);
    super(`${file} cannot be published:\n${lines.join('\n')}`);
    this.name = 'SettingsError';
  }
}

/**
 * Reads the settings and writes the public holidays of their country and region into them.
 * @throws SettingsError, UnknownCountry, UnknownRegion
 */
export function buildSettings(rootDir: string): Settings {
  const file = 'workflows/settings.json';
  const parsed = publishableSettings.safeParse(JSON.parse(readFileSync(join(rootDir, file), 'utf8')));
  if (!parsed.success) throw new SettingsError(file, parsed.error.issues);
  return withHolidays(parsed.data);
}

/** The Markdown of every message in every language, as `en/acknowledgement`: what an editor begins with. */
function readSources(rootDir: string): Record<string, string> {
  const ids = locales.flatMap((locale) => messageNames.map((name) => `${locale}/${name}`));
  return Object.fromEntries(
    ids.map((id) => [id, readFileSync(join(rootDir, 'templates', `${id}.md`), 'utf8')]),
  );
}

/** The text of every machine. */
function readWorkflows(rootDir: string): Record<string, string> {
  return Object.fromEntries(
    workflowNames.map((name) => [name, readFileSync(join(rootDir, 'workflows', `${name}.asl.json`), 'utf8')]),
  );
}

/** Writes all files. */
export async function build(rootDir: string): Promise<void> {
  const folder = join(rootDir, '.build');
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: unknown): void =>
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
  write('settings', buildSettings(rootDir));
  write('templates', await buildTemplates(rootDir));
  write('sources', readSources(rootDir));
  write('samples', readSamples(rootDir));
  write('workflows', readWorkflows(rootDir));
  write('step-outputs', stepOutputs());
}

if (import.meta.main) await build(dirname(import.meta.dirname));
