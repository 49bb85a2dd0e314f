import type * as z from 'zod';
import type { preferences } from '../../../domain/api/candidate/view.ts';
import { interestsOf } from '../../../domain/api/intake/interests.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { prefers, wantsOffers } from '../../../domain/people/person.ts';
import type { Person, Preferences } from '../../../domain/people/person.ts';
import { applicationWrite, readApplication } from '../../adapters/store/applications.ts';
import { countOf, countWrite } from '../../adapters/store/day-limits.ts';
import { eventWrite } from '../../adapters/store/events.ts';
import { keys } from '../../adapters/store/keys.ts';
import { changePerson } from '../../adapters/store/people.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import { Refusal } from '../../runtime/refusal.ts';

/** How often one link may change preferences on a day (UTC): each change is written down. */
const perDay = 20;

/**
 * Changes what a candidate prefers, for the person and for the application whose link they hold: its
 * messages come in the new language from now on.
 * @throws NotFound, Contended
 * @throws Refusal 422 for an interest that is not to choose from, 429 when there were too many changes today
 */
export async function changePreferences(
  table: Table,
  applicationId: string,
  wanted: Preferences,
  at: string,
) {
  const { personHash } = await readApplication(table, applicationId);
  const { offers, consentWording } = await readLiveSettings(table);
  const choices = interestsOf(offers);
  const unknown = (wanted.interests ?? []).flatMap((interest, position) =>
    choices.includes(interest)
      ? []
      : [{ field: `body.interests.${position}`, message: 'is not an interest to choose from' }],
  );
  if (unknown.length > 0) throw new Refusal(422, { errors: unknown });

  const changes = keys.changesOfDay(applicationId, at.slice(0, 10));
  const { locale, interests } = wanted;
  const person = await changePerson(
    table,
    personHash,
    (known) => prefers(known, wanted, consentWording.version, at),
    async () => {
      const [application, counted] = await Promise.all([
        readApplication(table, applicationId),
        countOf(table, changes),
      ]);
      if (counted >= perDay) throw new Refusal(429, { detail: 'no more changes are taken today' });
      return [
        applicationWrite(
          table,
          application,
          {
            ...(locale !== undefined && { locale }),
            ...(interests !== undefined && { interests: [...interests] }),
          },
          at,
        ),
        eventWrite(table, { applicationId, at, type: 'PreferencesChanged', actor: 'candidate', detail: {} }),
        countWrite(table, changes, perDay, at),
      ];
    },
  );
  return preferencesOf(person, person.locale);
}

/** What a person prefers, with the language of the messages of an application. */
export function preferencesOf(person: Person, locale: Locale): z.input<typeof preferences> {
  const { interests, offersAskedAt } = person;
  return { interests, consents: { offers: wantsOffers(person), askedAt: offersAskedAt ?? null }, locale };
}
