import { join } from 'node:path';
import { layoutOf } from '../../domain/messages/catalogue.ts';
import type { Template } from '../../domain/messages/catalogue.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { audienceOf } from '../../domain/messages/messages.ts';
import type { Message, MessageName } from '../../domain/messages/messages.ts';
import { render } from '../../functions/mail/render.ts';
import type { Letter } from '../../functions/mail/render.ts';
import { buildTemplates } from '../../tools/build-templates.ts';
import { readSamples } from '../../tools/templates/samples.ts';
import type { Sample } from '../../functions/mail/build/check-limits.ts';

export const root = join(import.meta.dirname, '..', '..');
export const catalogue = await buildTemplates(root);
export const samples = readSamples(root);

export interface RenderedSample extends Sample {
  readonly title: string;
  readonly letter: Letter;
  readonly template: Template;
  /** What the letter says, from its heading to its signature. */
  readonly said: string;
}

/** What is needed to render one message in one language. */
export function templatesFor(locale: Locale, name: MessageName) {
  const { messages, reasons, phrases } = catalogue.locales[locale];
  return { layout: catalogue.layouts[layoutOf(name)], template: messages[name], reasons, phrases };
}

/** Renders a sample, or another message in its place. */
export function letterOf({ locale, zone }: Sample, message: Message): Letter {
  return render({ ...templatesFor(locale, message.name), message, locale, zone });
}

/** Every sample of every message in every language. */
export const letters: readonly RenderedSample[] = samples.map((sample) => {
  const { message, locale } = sample;
  const letter = letterOf(sample, message);
  const { phrases, messages } = catalogue.locales[locale];
  const end = audienceOf(message.name) === 'candidate' ? phrases['signOff'] : phrases['application'];
  const said = letter.text.slice(letter.text.indexOf('\n'), letter.text.lastIndexOf(`\n${end ?? '--'}`));
  const title = `${message.name} [${locale}] ${sample.case} (${layoutOf(message.name)})`;
  return { ...sample, title, letter, template: messages[message.name], said };
});
