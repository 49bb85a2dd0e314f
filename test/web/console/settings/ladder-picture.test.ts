import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settings as settingsSchema } from '../../../../domain/settings/settings.ts';
import type { Settings } from '../../../../domain/settings/settings.ts';
import { changesInWords, consequencesOf } from '../../../../web/console/settings/consequences.ts';
import { readSettings, textOf } from '../../../../web/console/settings/read.ts';
import { pictureOf } from '../../../../web/console/settings/ladder-picture.ts';

const shipped: Settings = settingsSchema.parse(JSON.parse(readFileSync('workflows/settings.json', 'utf8')));
const holiday: Settings = {
  ...shipped,
  calendar: { ...shipped.calendar, holidays: { ...shipped.calendar.holidays, extra: ['2026-04-06'] } },
};
/** A Friday, ten minutes before the company closes, on summer time. */
const friday = '2026-04-03T15:50:00.000Z';

test('a clock that runs all the time shows every moment and says that everything counts', () => {
  const { steps, closed } = pictureOf('shortlist', shipped, friday);
  expect(steps.map(({ at, does }) => `${at.slice(5, 16)} ${does}`)).toEqual([
    '04-03T15:50 begins',
    '04-04T15:50 remind',
    '04-05T06:14 remind',
    '04-05T11:02 escalate',
    '04-05T15:50 delay',
    '04-06T03:50 remind',
    '04-06T11:02 remind',
    '04-06T15:50 release',
  ]);
  expect(closed).toBe('Nights, weekends and holidays count.');
});

test('a clock in business time stands still on the weekend and a holiday, and says so', () => {
  const { steps, closed } = pictureOf('interview-date', holiday, friday);
  expect(steps.find(({ does }) => does === 'delay')?.at).toBe('2026-04-08T15:50:00.000Z');
  expect(closed).toBe(
    'Only opening hours count. The weekend and the holiday on Monday 6 April do not count.',
  );
});

test('a promise among colleagues shows what is asked at its beginning', () => {
  const [begins, ...rest] = pictureOf('feedback', shipped, friday).steps;
  expect(begins).toMatchObject({ does: 'begins', to: ['interviewer'], message: 'feedback-request' });
  expect(rest.at(-1)?.does).toBe('release');
});

describe('an edit', () => {
  const { shortlist } = shipped.promises;
  const quicker: Settings = {
    ...shipped,
    promises: { ...shipped.promises, shortlist: { ...shortlist, within: 'PT36H' } },
  };

  test('is told by the dates it moves', () => {
    const [consequence, ...others] = consequencesOf(shipped, quicker, friday);
    expect(others).toEqual([]);
    expect(consequence).toMatchObject({
      kind: 'shortlist',
      promised: ['2026-04-05T15:50:00.000Z', '2026-04-05T03:50:00.000Z'],
      over: ['2026-04-06T15:50:00.000Z', '2026-04-06T03:50:00.000Z'],
    });
    expect(changesInWords(shipped, quicker)).toEqual(['promises › shortlist › within: 48 hours → 36 hours']);
  });

  test('that does not fit is told by its place', () => {
    const text = textOf({ ...shipped, undoWindow: 'a while' });
    expect(readSettings(text)).toMatchObject({ settings: undefined, faults: [{ place: ['undoWindow'] }] });
    expect(readSettings('{').faults).toHaveLength(1);
    expect(readSettings(textOf(shipped)).settings).toEqual(shipped);
  });

  test('marks public holidays that were typed: those that are live were looked up', () => {
    const dates = ['2026-12-25', '2026-12-28'];
    const dated = (days: string[], country = 'GB') => {
      const holidays = { ...shipped.calendar.holidays, country, dates: days };
      return { ...shipped, calendar: { ...shipped.calendar, holidays } };
    };
    const read = (days: string[], country?: string) =>
      readSettings(textOf(dated(days, country)), dated(dates));
    expect(read(dates).settings).toEqual(dated(dates));
    expect(read([]).settings).toBeDefined();
    expect(read([...dates, '2026-12-24'])).toMatchObject({
      settings: undefined,
      faults: [{ place: ['calendar', 'holidays', 'dates', 2] }],
    });
    expect(read(dates.slice(1)).faults).toMatchObject([{ place: ['calendar', 'holidays', 'dates'] }]);
    // Of another country only the server can say.
    expect(read(['2026-07-14'], 'FR').faults).toEqual([]);
  });
});
