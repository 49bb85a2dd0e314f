import type { Locale } from '../../messages/locale.ts';
import { namedIn } from '../../offers/interest.ts';
import type { Settings } from '../../settings/settings.ts';
import { interestsOf } from './interests.ts';
import { promiseInWords } from './promise-in-words.ts';

/** Who asks, what applicants are promised and asked for whatever the job: from the settings, in their language. */
export function termsOf(locale: Locale, { company, offers, interests, consentWording, promises }: Settings) {
  const { version, text } = consentWording;
  return {
    company: { name: company.name },
    interests: namedIn(interests, interestsOf(offers)),
    consent: { version, text: text[locale] },
    promise: {
      kind: 'shortlist' as const,
      within: promises.shortlist.within,
      words: promiseInWords(promises.shortlist, locale),
    },
  };
}
