import { locales } from '../../domain/messages/locale.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { messageNames } from '../../domain/messages/messages.ts';
import type { MessageName } from '../../domain/messages/messages.ts';
import { template } from '../../domain/messages/catalogue.ts';
import type { LanguageTemplates, Template } from '../../domain/messages/catalogue.ts';
import type { TemplateProblem } from '../../domain/api/admin/templates.ts';
import { spamSigns } from './spam-signs.ts';

/** Edited sources by message and language. */
export type Sources = Readonly<Partial<Record<MessageName, Readonly<Partial<Record<Locale, string>>>>>>;

/** A source in its place, built where it can be. */
export interface Built {
  readonly message: MessageName;
  readonly locale: Locale;
  readonly source: string;
  readonly template: Template | undefined;
}

/** What letters are written with beside their own template. */
type StationeryOf = (locale: Locale, message: MessageName) => Promise<Pick<LanguageTemplates, 'reasons'>>;

/**
 * Builds sources as `npm run build` does, and says what is wrong with them: an error must not be published, a
 * warning is worth a look.
 */
export async function buildSources(
  sources: Sources,
  stationeryOf: StationeryOf,
): Promise<{ built: Built[]; problems: TemplateProblem[] }> {
  // Markdown is read only here; what sends mail never needs it.
  const [{ buildTemplate }, { checkLimits }, { readSamples }, { TemplateError }] = await Promise.all([
    import('../mail/build/build-template.ts'),
    import('../mail/build/check-limits.ts'),
    import('./samples.ts'),
    import('../mail/build/template-error.ts'),
  ]);
  const built: Built[] = [];
  const problems: TemplateProblem[] = [];
  for (const { message, locale, source } of each(sources)) {
    const place = { message, locale };
    const file = `${locale}/${message}.md`;
    const samples = (await readSamples(message)).filter((sample) => sample.locale === locale);
    const { reasons } = await stationeryOf(locale, message);
    try {
      const made = template.parse(buildTemplate(file, source, locale, message));
      checkLimits(file, source, made, samples, reasons);
      built.push({ ...place, source, template: made });
      for (const problem of spamSigns(made))
        problems.push({ ...place, line: 1, severity: 'warning', problem });
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      built.push({ ...place, source, template: undefined });
      const problem = error.message.replace(/^[^:]*:\d+: /, '');
      problems.push({ ...place, line: error.line, severity: 'error', problem });
    }
  }
  return { built, problems };
}

function each(sources: Sources) {
  return messageNames.flatMap((message) =>
    locales.flatMap((locale) => {
      const source = sources[message]?.[locale];
      return source === undefined ? [] : [{ message, locale, source }];
    }),
  );
}
