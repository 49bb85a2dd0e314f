import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settings } from '../../../domain/settings/settings.ts';

const shipped: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../workflows/settings.json', import.meta.url), 'utf8'),
);

const complaints = (change: Record<string, unknown>): string[] => {
  const { error } = settings.safeParse({ ...shipped, ...change });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
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
});
