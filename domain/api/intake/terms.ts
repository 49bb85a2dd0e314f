import type { Locale } from '../../messages/locale.ts';
import { namedIn } from '../../offers/interest.ts';
import type { Settings } from '../../settings/settings.ts';
import { interestsOf } from './interests.ts';
import { promiseInWords } from './wording.ts';

/** What applicants are promised and asked for whatever the job: from the settings, in their language. */
export function termsOf(locale: Locale, { offers, interests, consentWording, promises }: Settings) {
  const { version, text } = consentWording;
  return {
    interests: namedIn(interests, interestsOf(offers)),
    consent: { version, text: text[locale] },
    promise: {
      kind: 'shortlist' as const,
      within: promises.shortlist.within,
      words: promiseInWords(promises.shortlist, locale),
    },
  };
}
