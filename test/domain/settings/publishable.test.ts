import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publishableSettings } from '../../../domain/settings/publishable.ts';
import { settings } from '../../../domain/settings/settings.ts';

const shipped: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../workflows/settings.json', import.meta.url), 'utf8'),
);

const complaints = (change: Record<string, unknown>): string[] => {
  const { error } = publishableSettings.safeParse({ ...shipped, ...change });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
};

/** Settings with a value at a place. */
const withValue = (path: string, value: unknown): Record<string, unknown> => {
  const copy: Record<string, unknown> = structuredClone(shipped);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: unknown = copy;
  for (const step of steps) at = Reflect.get(Object(at), step);
  Reflect.set(Object(at), last, value);
  return copy;
};

describe('settings', () => {
  test('that ship are well-formed', () => {
    expect(complaints({})).toEqual([]);
  });

  test('tell a candidate within 45 days of an interview whether a decision was made', () => {
    const { promises } = settings.parse(shipped);
    const { approval, 'next-step': nextStep } = promises;
    const { backstop: _backstop, ...endless } = nextStep;
    const late = (changed: Record<string, unknown>) => complaints({ promises: { ...promises, ...changed } });
    expect(late({ 'next-step': { ...nextStep, backstop: 'P39D' } })).toEqual([
      expect.stringMatching(/^promises\.next-step\.backstop: 46 days could pass after an interview/),
    ]);
    expect(late({ 'next-step': endless })).toEqual([expect.stringMatching(/backstop: any time could pass/)]);
    expect(late({ approval: { ...approval, clock: 'business' } })).toEqual([
      expect.stringMatching(/backstop: 83 days could pass/),
    ]);
    // Either may be shorter than it is, and the other longer for it.
    const shorter = {
      ...approval,
      extension: { ...approval.extension, times: 0, ladder: [] },
      delayed: null,
    };
    expect(late({ approval: shorter, 'next-step': { ...nextStep, backstop: 'P40D' } })).toEqual([]);
  });

  test('say of each promise rightly who waits for it', () => {
    const { promises } = settings.parse(shipped);
    const { approval } = promises;
    const silent = { ...approval, audience: 'internal', delayed: null, released: null };
    expect(complaints({ promises: { ...promises, approval: silent } })).toEqual([
      "promises.approval.audience: must be 'candidate'",
    ]);
    const { opens: _opens, ...unasked } = approval;
    expect(complaints({ promises: { ...promises, approval: unasked } })).toEqual([
      'promises.approval.opens: must say who is asked, before anybody is reminded',
    ]);
  });

  test('never let the survey share a moment with the offer', () => {
    expect(complaints({ loyalty: { pause: 'P5D', surveyPause: 'P4D' } })).toEqual([
      'loyalty.surveyPause: must be at least a day longer than the pause before the offer',
    ]);
  });

  test('name nobody twice, and refuse what they do not know', () => {
    const staff = shipped['staff'];
    if (!Array.isArray(staff)) throw new Error('no staff');
    expect(complaints({ staff: [...staff, staff[0]] })).toEqual(['staff.5.id: ana-ruiz is there twice']);
    expect(complaints({ colour: 'blue' })[0]).toContain('colour');
  });

  test('of revisions from before interests had names are still settings', () => {
    const { interests, ...before } = shipped;
    expect(Object.keys(interests ?? {})).toEqual(['books', 'garden', 'home', 'music']);
    expect(settings.parse(before).interests).toEqual({});
  });

  test('call no two interests by one name in a language, written or made of their slugs', () => {
    const named = {
      books: { en: 'Books', es: 'Libros', fr: 'Livres' },
      garden: { en: 'Garden', es: 'libros', fr: 'Jardin' },
      home: { en: 'Music', es: 'Hogar', fr: 'Maison' },
    };
    expect(complaints({ interests: named }).map((complaint) => complaint.slice(0, 55))).toEqual(
      [
        'interests.music.en: another interest is called “Music” i',
        'interests.garden.es: another interest is called “libros”',
      ].map((complaint) => complaint.slice(0, 55)),
    );
  });

  test('name interests in the languages there are, in a few words', () => {
    expect(complaints({ interests: { tea: { en: 'Tea' } } })).toEqual([]);
    expect(complaints({ interests: { tea: { de: 'Tee' } } })[0]).toMatch(/^interests\.tea/);
    expect(complaints({ interests: { tea: { en: '' } } })[0]).toMatch(/^interests\.tea\.en/);
    expect(complaints({ interests: { tea: { en: 'x'.repeat(41) } } })[0]).toMatch(/^interests\.tea\.en/);
    expect(complaints({ interests: { 'Herbal tea': { en: 'Tea' } } })[0]).toMatch(/^interests/);
    expect(complaints({ interests: ['books'] })[0]).toMatch(/^interests/);
  });

  test('give what a candidate typed to nobody but HR', () => {
    const toLead = JSON.stringify(shipped['promises']).replace(
      '{"to":["owner"],"message":"question-assigned"}',
      '{"to":["lead"],"message":"question-assigned"}',
    );
    expect(complaints({ promises: JSON.parse(toLead) })[0]).toMatch(/^promises.question: question-assigned/);
  });

  test('offer calls in windows that a call fits in', () => {
    const callBacks = { window: 'PT5M', notice: 'PT0S', days: 3 };
    expect(complaints({ callBacks })).toEqual([
      'callBacks.window: must be at least a quarter of an hour, PT15M',
    ]);
  });

  test('say which message a promise names that does not exist', () => {
    const promises = JSON.parse(JSON.stringify(shipped['promises']).replace('decision-reminder', 'nudge'));
    expect(complaints({ promises })[0]).toContain('must be the name of a message');
  });

  test.each<[string, string, string]>([
    ['retention', 'P1D', 'at least P30D'],
    ['retention', 'P50Y', 'at most P5Y'],
    ['acknowledgement.within', 'PT1S', 'at least PT30S'],
    ['acknowledgement.within', 'P1D', 'at most PT1H'],
    ['undoWindow', 'PT0S', 'at least PT1M'],
    ['undoWindow', 'PT1000H', 'at most P1D'],
    ['tasks.within', 'PT1S', 'at least PT1H'],
    ['tasks.within', 'P1Y', 'at most P14D'],
    ['loyalty.pause', 'PT1S', 'at least PT1H'],
    ['loyalty.surveyPause', 'P300D', 'at most P90D'],
    ['callBacks.notice', 'PT2000H', 'at most PT72H'],
    ['callBacks.window', 'PT9H', 'fits into no opening hours, of which the longest last 480 minutes'],
    ['offers.0.validFor', 'PT1M', 'at least P7D'],
    ['offers.0.validFor', 'P50Y', 'at most P2Y'],
    ['promises.shortlist.within', 'PT1M', 'at least PT30M'],
    ['promises.shortlist.within', 'P90D', 'at most P31D'],
    ['promises.question.within', 'P60D', 'at most P22D'],
    ['promises.shortlist.extension.within', 'PT1M', 'at least PT30M'],
    ['promises.shortlist.extension.within', 'P90D', 'at most P31D'],
  ])('refuse what is too short or too long: %s of %s', (path, value, words) => {
    const said = complaints(withValue(path, value));
    expect(said).toContainEqual(expect.stringMatching(`^${path}: .*${words}`));
  });

  test.each<[string, string]>([
    ['retention', 'P30D'],
    ['retention', 'P2Y'],
    ['acknowledgement.within', 'PT5M'],
    ['undoWindow', 'PT2H'],
    ['tasks.within', 'PT4H'],
    ['loyalty.pause', 'P3D'],
    ['offers.0.validFor', 'P30D'],
    ['callBacks.window', 'PT8H'],
    ['promises.shortlist.within', 'PT4H'],
    ['promises.shortlist.within', 'P28D'],
    ['promises.question.extension.within', 'PT1H'],
  ])('take what a company may wish: %s of %s', (path, value) => {
    expect(complaints(withValue(path, value))).toEqual([]);
  });

  test('remind somebody before a deadline', () => {
    expect(complaints(withValue('promises.shortlist.ladder', []))).toEqual([
      'promises.shortlist.ladder: must remind somebody before the deadline, or it is missed unseen',
    ]);
  });

  test('tell a candidate at a deadline what happens there, and colleagues what is written to them', () => {
    expect(complaints(withValue('promises.shortlist.delayed', 'feedback-delayed'))).toEqual([
      'promises.shortlist.delayed: must be decision-delayed: it tells the candidate the new date',
    ]);
    expect(complaints(withValue('promises.shortlist.released', 'hired'))).toEqual([
      'promises.shortlist.released: must be release: it tells the candidate who owes an answer',
    ]);
    const told = { to: ['owner', 'candidate'], message: 'hired' };
    expect(complaints(withValue('promises.shortlist.opens', told))).toEqual([
      expect.stringMatching('^promises.shortlist.opens.to: includes the candidate'),
      expect.stringMatching('^promises.shortlist.opens.message: must name a message .* to a colleague'),
    ]);
    expect(complaints(withValue('promises.shortlist.ladder.0.message', 'survey'))).toEqual([
      expect.stringMatching('^promises.shortlist.ladder.0.message: must name a message .* to a colleague'),
    ]);
  });

  test('speak of questions where one was asked, and ask whoever answers by the question itself', () => {
    expect(complaints(withValue('promises.shortlist.ladder.0.message', 'question-reminder'))).toEqual([
      'promises.shortlist.ladder.0.message: speaks of a question, and nobody asked one',
    ]);
    expect(complaints(withValue('promises.question.opens.message', 'decision-reminder'))).toEqual([
      'promises.question.opens.message: must be question-assigned: nothing else carries the question',
    ]);
    expect(complaints(withValue('promises.approval.delayed', 'decision-delayed'))).toEqual([]);
  });

  test('leave candidates no date for feedback that is over before interviewers have given it', () => {
    expect(complaints(withValue('promises.approval.within', 'P2D'))).toEqual([
      expect.stringMatching('^promises.approval.within: must be longer than interviewers have'),
    ]);
  });

  test('hold nothing that a letter cannot print', () => {
    expect(complaints(withValue('company.phone', 'ask at the till'))).toEqual([
      'company.phone: cannot be printed in a letter, and none could be sent: must be a telephone number',
    ]);
    expect(complaints(withValue('company.name', 'Shop\nwith us'))[0]).toMatch(
      /^company.name: .* single line/,
    );
    expect(complaints(withValue('company.careersUrl', 'mailto:jobs@shop.example'))[0]).toMatch(/careersUrl/);
    expect(complaints(withValue('staff.4.phone', 'at the desk'))).toEqual([
      'staff.4.phone: cannot be printed in a letter, and none could be sent: must be a telephone number',
    ]);
    expect(complaints(withValue('staff.4.translations.fr.role', 'Responsable\nd’équipe'))).toHaveLength(1);
  });

  test('that were published before a rule are still read: applications are pinned to them', () => {
    const before = withValue('retention', 'P1D');
    expect(complaints(before)).toHaveLength(1);
    expect(settings.parse(before).retention).toBe('P1D');
  });
});
