import { Temporal } from 'temporal-polyfill';
import { mayMarket } from '../../domain/consent/history.ts';
import { chooseOffer } from '../../domain/offers/choose-offer.ts';
import { readApplication } from '../adapters/store/applications.ts';
import { issueOffer } from '../adapters/store/offers.ts';
import { findPerson } from '../adapters/store/people.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/**
 * Gives the candidate a code of the campaign that suits the interests they chose: only with consent as it
 * stands now, one live code for a person, the same whatever became of the application.
 */
export const handler = step({
  name: 'issue-offer',
  services: tableServices,
  run: async ({ table }, { applicationId, at }) => {
    const application = await readApplication(table, applicationId);
    if (application.outcome === 'withdrawn') return { issued: false, reason: 'withdrawn' };
    const person = await findPerson(table, application.personHash);
    if (!person || !mayMarket(person.consents, person.suppression)) {
      return { issued: false, reason: person?.suppression ? 'suppressed' : 'no-consent' };
    }
    const { offers, calendar } = await settingsOf(table, application);
    const today = Temporal.Instant.from(at).toZonedDateTimeISO(calendar.zone).toPlainDate().toString();
    const { personHash } = application;
    let running = offers;
    for (;;) {
      const campaign = chooseOffer(running, person.interests, today);
      if (!campaign) return { issued: false, reason: 'no-campaign' };
      const { status } = await issueOffer(table, {
        applicationId,
        personHash,
        campaign,
        zone: calendar.zone,
        at,
      });
      if (status === 'issued') return { issued: true, reason: 'issued' };
      if (status === 'has-live-code') return { issued: false, reason: 'has-live-code' };
      running = running.filter(({ id }) => id !== campaign.id);
    }
  },
});
