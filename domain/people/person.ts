import * as z from 'zod';
import { consent, suppression } from '../consent/consent.ts';
import { appendConsent, consentOn } from '../consent/history.ts';
import { instant, slug } from '../ids.ts';
import { locale } from '../messages/locale.ts';

/** What is known of a person across applications, found by the hash of their address alone. */
export const person = z.strictObject({
  personHash: z.string(),
  version: z.int(),
  email: z.email(),
  name: z.string(),
  locale,
  interests: z.array(slug),
  /** What they agreed to and took back, oldest first. */
  consents: z.array(consent),
  /** When a form last asked for offers in their name, which they have not answered themselves so far. */
  offersAskedAt: z.optional(instant),
  /** Why no mail may go to the address any more. */
  suppression: z.optional(suppression),
  createdAt: instant,
  updatedAt: instant,
});
export type Person = z.output<typeof person>;

interface Application {
  readonly personHash: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Person['locale'];
  readonly interests: readonly string[];
  readonly at: string;
  /** Version of the consent wording the person ticked, or undefined when the box stayed empty. */
  readonly consentTo: string | undefined;
}

/**
 * The person after they applied once more. The newest name and language hold, interests add up, and an
 * empty box takes no earlier consent back: only the person's own page or an unsubscribe does. A ticked one is the consent
 * of somebody new. Anybody may type an address that is known, so there it only asks: the person's own page answers.
 */
export function applied(known: Person | undefined, application: Application): Person {
  const { personHash, email, name, locale, at, consentTo } = application;
  return {
    ...known,
    personHash,
    version: (known?.version ?? 0) + 1,
    email,
    name,
    locale,
    interests: [...new Set([...(known?.interests ?? []), ...application.interests])],
    ...(consentTo === undefined ? { consents: known?.consents ?? [] } : ticked(known, consentTo, at)),
    createdAt: known?.createdAt ?? at,
    updatedAt: at,
  };
}

function ticked(
  known: Person | undefined,
  wording: string,
  at: string,
): Pick<Person, 'consents' | 'offersAskedAt'> {
  if (!known) {
    const said = { channel: 'offers-email', source: 'application-form' } as const;
    return { consents: [{ ...said, given: true, at, wording }] };
  }
  const { consents } = known;
  return wantsOffers(known) ? { consents } : { consents, offersAskedAt: at };
}

/** What a person may change about themselves; what is left out stays. */
export interface Preferences {
  readonly interests?: readonly string[] | undefined;
  readonly consents?: { readonly offers?: boolean | undefined } | undefined;
  readonly locale?: Person['locale'] | undefined;
}

/** Whether offers may be sent, by the person's own last word; a suppressed address is another matter. */
export function wantsOffers({ consents }: Pick<Person, 'consents'>): boolean {
  return consentOn(consents, 'offers-email')?.given === true;
}

/** The person after changing their preferences on their page, where `wording` is what the box says now. */
export function prefers(known: Person, preferences: Preferences, wording: string, at: string): Person {
  const offers = preferences.consents?.offers;
  const said = { channel: 'offers-email', at, source: 'status-page' } as const;
  return {
    ...known,
    version: known.version + 1,
    interests: [...(preferences.interests ?? known.interests)],
    locale: preferences.locale ?? known.locale,
    offersAskedAt: offers === undefined ? known.offersAskedAt : undefined,
    consents:
      offers === undefined || offers === wantsOffers(known)
        ? known.consents
        : [
            ...appendConsent(
              known.consents,
              offers ? { ...said, given: true, wording } : { ...said, given: false },
            ),
          ],
    updatedAt: at,
  };
}

/** The person after they said no to offers; the same person when there was nothing to take back. */
export function unsubscribed(
  known: Person,
  at: string,
  source: 'one-click-unsubscribe' | 'complaint' = 'one-click-unsubscribe',
): Person {
  if (!wantsOffers(known)) return known;
  return {
    ...known,
    version: known.version + 1,
    consents: [
      ...appendConsent(known.consents, {
        channel: 'offers-email',
        given: false,
        at,
        source,
      }),
    ],
    updatedAt: at,
  };
}
