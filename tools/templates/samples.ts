/** Reads the sample messages that previews and tests render. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { locales } from '../../domain/messages/locale.ts';
import { audienceOf, messageNames, parseMessage } from '../../domain/messages/messages.ts';
import type { MessageName } from '../../domain/messages/messages.ts';
import type { Sample } from '../../functions/mail/build/check-limits.ts';

const variables = z.record(z.string(), z.unknown());
const frame = z.strictObject({ en: variables, es: variables, fr: variables });
const frames = z.strictObject({
  zones: z.record(z.enum(locales), z.string()),
  candidate: frame,
  staff: frame,
});
const cases = z.array(
  z.strictObject({ case: z.string(), variables, es: variables.optional(), fr: variables.optional() }),
);

/**
 * Every sample of every message in every language. A file holds a message's own variables in English and
 * what differs in the other languages; the frames of candidates and staff are shared.
 * @throws ZodError when a sample does not fit its message
 */
export function readSamples(rootDir: string): Sample[] {
  const folder = join(rootDir, 'templates', 'samples');
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const shared = frames.parse(read('frames'));
  return messageNames.flatMap((name) =>
    cases.parse(read(name)).flatMap((sample) =>
      locales.map((locale) => {
        const audience = shared[audienceOf(name)];
        const given = {
          ...audience.en,
          ...audience[locale],
          ...sample.variables,
          ...(locale === 'en' ? {} : sample[locale]),
        };
        const message = parseMessage(name, known(name, given));
        return { case: sample.case, locale, zone: shared.zones[locale], message };
      }),
    ),
  );
}

/** A frame may carry more than one message takes: a confirmed erasure and a fresh link know no job. */
function known(name: MessageName, given: Record<string, unknown>): Record<string, unknown> {
  if (name !== 'erasure-confirmed' && name !== 'fresh-link') return given;
  const { jobTitle: _job, statusUrl: _status, ...rest } = given;
  return rest;
}
