import { describe, expect, test } from 'vitest';
import { suppressed } from '../../domain/people/suppressed.ts';
import { Journey, submittedAt } from './journey.ts';
import { defaultSettings } from './office.ts';
import { play, playOut } from './story.ts';
import type { StoryName } from './story.ts';

describe('the offer', () => {
  test.each<[StoryName, answered: string]>([
    ['hired', '+58:10'],
    ['declined', '+20:10'],
    ['undecided', '+72:00'],
  ])('is the same whatever the outcome, two days after the answer: %s', async (story, answered) => {
    const journey = await playOut(story);
    const [offer] = journey.letters().filter(({ message }) => message === 'loyalty-offer');
    const hours = (Date.parse(offer?.at ?? '') - journey.after(answered.slice(1))) / 3_600_000;
    expect(hours).toBe(48);
    expect(journey.office.codes).toEqual(['books-15']);
  });

  test('goes to nobody who did not ask for it', async () => {
    const journey = await playOut('declined', { consents: false });
    expect(journey.heard()).toEqual(['acknowledgement', 'decline', 'survey']);
    expect(journey.office.codes).toEqual([]);
  });

  test('asks for consent as it stands when it would leave, not as it was in the form', async () => {
    const journey = await play('declined');
    await journey.at('60:00');
    journey.office.person = suppressed(
      journey.office.person,
      'complained',
      new Date(journey.world.now).toISOString(),
    );
    await journey.end();
    expect(journey.heard()).toEqual(['acknowledgement', 'decline']);
    expect(journey.office.codes).toEqual([]);
    expect(journey.office.application.stage).toBe('closed');
  });

  test('does not come while a code of an earlier application can be used', async () => {
    const journey = await play('declined');
    journey.office.hasCodeElsewhere = true;
    await journey.end();
    expect(journey.heard()).toEqual(['acknowledgement', 'decline', 'survey']);
  });

  test('waits no longer when its time is over already', async () => {
    const journey = new Journey();
    await journey.begin('loyalty-offer', { from: '2026-02-20T09:00:00.000Z' });
    expect(journey.sent()).toEqual(['+00:00 loyalty-offer → candidate']);
  });

  test('of somebody who withdraws while it is being issued never leaves', async () => {
    const journey = await play('declined');
    await journey.amid('68:10', 0, () => void journey.people.withdraw());
    await journey.end();
    expect(journey.heard()).toEqual(['acknowledgement', 'decline', 'withdrawal-confirmed']);
    expect(journey.office.codes).toEqual([]);
  });
});

describe('the survey', () => {
  test('follows at once when its time has passed while the offer waited', async () => {
    const settings = { ...defaultSettings, loyalty: { pause: 'P5D', surveyPause: 'P4D' } };
    const journey = await playOut('declined', { settings });
    expect(journey.sent('candidate').slice(2)).toEqual([
      '+140:10 loyalty-offer → candidate',
      '+140:10 survey → candidate',
    ]);
  });
});

describe('the welcome call', () => {
  test('is a task for the recruiter, who is told of it, when the settings want it', async () => {
    const journey = new Journey({ settings: { ...defaultSettings, welcomeCall: true }, submittedAt });
    await journey.begin();
    expect(journey.sent()).toEqual(['+00:00 acknowledgement → candidate', '+00:00 welcome-call → owner']);
    expect(journey.tasks()).toEqual(['welcome-call 1']);
  });
});
