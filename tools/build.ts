/** Builds what a deployment publishes, `.build/templates.json` and `.build/settings.json`, from the sources. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as z from 'zod';
import { settings } from '../domain/settings/settings.ts';
import type { Settings } from '../domain/settings/settings.ts';
import { buildTemplates } from './build-templates.ts';
import { resolveHolidays } from './holidays.ts';

/** Holidays are resolved for this range; beyond it public holidays count as working days. */
const years = { from: 2020, to: 2050 };

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
  const parsed = settings.safeParse(JSON.parse(readFileSync(join(rootDir, file), 'utf8')));
  if (!parsed.success) throw new SettingsError(file, parsed.error.issues);
  const { calendar } = parsed.data;
  const { country, region } = calendar.holidays;
  const dates = resolveHolidays(country, region, years.from, years.to);
  return { ...parsed.data, calendar: { ...calendar, holidays: { ...calendar.holidays, dates } } };
}

/** Writes both files. */
export async function build(rootDir: string): Promise<void> {
  const folder = join(rootDir, '.build');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(buildSettings(rootDir)));
  writeFileSync(join(folder, 'templates.json'), JSON.stringify(await buildTemplates(rootDir)));
}

if (import.meta.main) await build(dirname(import.meta.dirname));
