/** Builds the templates into `.build/templates.json`; run it with node after editing one. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { layoutOf, templateCatalogue } from '../domain/messages/catalogue.ts';
import type {
  LanguageTemplates,
  Layout,
  LayoutName,
  TemplateCatalogue,
} from '../domain/messages/catalogue.ts';
import { locales } from '../domain/messages/locale.ts';
import type { Locale } from '../domain/messages/locale.ts';
import { isMessageName, messageNames } from '../domain/messages/messages.ts';
import { buildLayouts } from './templates/build-layouts.ts';
import { buildTemplate } from '../functions/mail/build/build-template.ts';
import { checkLimits } from '../functions/mail/build/check-limits.ts';
import type { Sample } from '../functions/mail/build/check-limits.ts';
import { TemplateError } from '../functions/mail/build/template-error.ts';
import { readSamples } from './templates/samples.ts';
import { checkLayout, readPhrases, readReasons } from './templates/wording.ts';

/**
 * Builds all templates below `rootDir/templates`.
 * @throws TemplateError with file and line for a template that must not be published
 */
export async function buildTemplates(rootDir: string): Promise<TemplateCatalogue> {
  const folder = join(rootDir, 'templates');
  const layouts = await buildLayouts(folder);
  const samples = readSamples(rootDir);
  const [en, es, fr] = locales.map((locale) => {
    const written = samples.filter((sample) => sample.locale === locale);
    return buildLanguage(folder, locale, layouts, written);
  });
  return templateCatalogue.parse({ layouts, locales: { en, es, fr } });
}

function buildLanguage(
  folder: string,
  locale: Locale,
  layouts: Record<LayoutName, Layout>,
  samples: readonly Sample[],
): LanguageTemplates {
  const files = readdirSync(join(folder, locale)).filter((file) => file.endsWith('.md'));
  for (const file of files) {
    if (!isMessageName(basename(file, '.md')))
      throw new TemplateError(`templates/${locale}/${file}`, 1, 'there is no message of this name');
  }
  const phrases = readPhrases(folder, locale);
  const reasons = readReasons(folder, locale);
  const messages = messageNames.map((name) => {
    const file = `templates/${locale}/${name}.md`;
    const path = join(folder, locale, `${name}.md`);
    if (!existsSync(path)) throw new TemplateError(file, 1, 'the message has no template in this language');
    checkLayout(layouts[layoutOf(name)], phrases, name);
    const source = readFileSync(path, 'utf8');
    const template = buildTemplate(file, source, locale, name);
    const its = samples.filter(({ message }) => message.name === name);
    checkLimits(file, source, template, its, reasons);
    return [name, template];
  });
  return { messages: Object.fromEntries(messages), reasons, phrases };
}

if (import.meta.main) {
  const root = dirname(import.meta.dirname);
  const catalogue = JSON.stringify(await buildTemplates(root));
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(join(root, '.build', 'templates.json'), catalogue);
  console.log(
    `.build/templates.json: ${messageNames.length} messages, ${locales.length} languages, ${Math.round(catalogue.length / 1000)} kB`,
  );
}
