import { describe, expect, test } from 'vitest';
import { Journey } from './journey.ts';
import { playOut } from './story.ts';

const everything = [
  '+00:00 acknowledgement → candidate',
  '+24:00 decision-reminder → owner',
  '+38:24 decision-reminder → owner',
  '+38:24 decision-reminder → backup',
  '+43:12 decision-escalation → lead',
  '+48:00 decision-delayed → candidate',
  '+60:00 decision-reminder → lead',
  '+67:12 decision-reminder → lead',
  '+72:00 release → candidate',
  '+72:00 task-raised → lead',
];

describe('an application that nobody decides, with the default settings', () => {
  test.each([
    ['on an ordinary Monday', '2026-03-02T09:00:00.000Z'],
    ['an hour before the clocks go forward', '2026-03-29T00:00:00.000Z'],
    ['an hour before the clocks go back', '2026-10-25T00:00:00.000Z'],
    ['on 29 February', '2028-02-29T12:34:56.000Z'],
    ['across Christmas', '2026-12-24T16:59:59.000Z'],
  ])('gives exactly these messages at exactly these instants: %s', async (_, submittedAt) => {
    const journey = new Journey({ submittedAt });
    await journey.begin();
    await journey.at('72:00');
    expect(journey.sent()).toEqual(everything);
  });

  test('tells the candidate the date that holds from the deadline on, and records the broken promise', async () => {
    const journey = new Journey();
    await journey.begin();
    await journey.at('48:00');
    const [delayed] = journey.letters().filter(({ message }) => message === 'decision-delayed');
    expect(delayed?.variables).toMatchObject({
      promisedAt: '2026-03-04T09:00:00.000Z',
      newDate: '2026-03-05T09:00:00.000Z',
    });
    expect(journey.office.application.promise?.due).toBe('2026-03-05T09:00:00.000Z');
    expect(journey.office.gate('shortlist-1')).toMatchObject({ status: 'pending', kept: false });
    expect(journey.audited('PromiseBroken', 'shortlist-1')).toEqual(['+48:00']);
  });

  test('is released with a task left open, then thanked and closed like any other', async () => {
    const journey = await playOut('undecided');
    expect(journey.tasks()).toEqual(['answer-owed shortlist-1']);
    expect(journey.sent().slice(everything.length)).toEqual([
      '+120:00 loyalty-offer → candidate',
      '+168:00 survey → candidate',
    ]);
    expect(journey.office.application).toMatchObject({ stage: 'closed', outcome: 'released' });
    expect(journey.audited('PromiseBroken', 'shortlist-1')).toEqual(['+48:00']);
    expect(journey.alarms).toEqual([]);
  });

  test('is never acted on before its instant, nor a second after it, when the journey begins late', async () => {
    const journey = new Journey({ submittedAt: '2026-03-02T09:00:00.250Z', delay: 740 });
    await journey.begin();
    await journey.at('72:00:01');
    const due = everything.map((line) => journey.after(line.slice(1, 6)));
    const late = journey.letters().map(({ at }, index) => Date.parse(at) - (due[index] ?? 0));
    expect(late).toHaveLength(everything.length);
    expect(late.every((milliseconds) => milliseconds >= 0 && milliseconds < 1000)).toBe(true);
  });

  test('carries exactly one promise at every instant until it is answered', async () => {
    const journey = new Journey();
    await journey.begin();
    for (let hour = 0; hour < 72; hour += 1) {
      await journey.at(`${hour}:30`);
      expect(journey.office.application.promise).toMatchObject({ kind: 'shortlist', gateId: 'shortlist-1' });
    }
    await journey.at('72:00');
    expect(journey.office.application.promise).toBeUndefined();
  });
});
