import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../domain/api/canonical.ts';
import { formFieldOf, submissionOfForm } from '../../../domain/api/intake/form.ts';
import { submission } from '../../../domain/api/intake/submission.ts';
import { promiseInWords } from '../../../domain/api/intake/promise-in-words.ts';
import { wording } from '../../../domain/api/intake/wording.ts';
import { promisePolicy } from '../../../domain/promises/promise-policy.ts';
import settings from '../../../workflows/settings.json' with { type: 'json' };

const shortlist = promisePolicy.parse(settings.promises.shortlist);

describe('a canonical text', () => {
  it('is the same whatever the order of keys, at every depth, and differs otherwise', () => {
    const shuffled = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, part]) => [key, shuffled(part)]),
          )
        : value;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(shuffled(value))).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }));
    expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }));
  });
});

describe('a plain form', () => {
  const form = {
    jobId: 'baker',
    name: 'Julia Martin',
    email: 'julia@example.com',
    phone: '',
    'criteria.weekends': 'yes',
    'criteria.till': 'no',
    interests: ['books', 'music'],
    'consent.offers': 'yes',
    zone: 'Europe/Madrid',
  };

  it('means a submission', () => {
    expect(submission.parse(submissionOfForm(form))).toEqual({
      jobId: 'baker',
      candidate: { name: 'Julia Martin', email: 'julia@example.com' },
      answers: { weekends: true, till: false },
      interests: ['books', 'music'],
      consents: { offers: true },
      zone: 'Europe/Madrid',
    });
  });

  it('leads each thing that does not fit back to its field', () => {
    const wrong = {
      ...form,
      name: ' ',
      email: ['a@example.com', 'b@example.com'],
      'criteria.till': 'maybe',
      'consent.offers': 'perhaps',
      zone: 'Mars/Olympus',
      salary: '1',
    };
    const { error } = submission.safeParse(submissionOfForm(wrong));
    const fields = error?.issues.map(({ path }) => formFieldOf({ field: path.join('.'), message: '' }));
    expect(fields).toEqual(['name', 'email', 'criteria.till', 'consent.offers', 'zone', '']);
  });
});

describe('the promise in words', () => {
  it.each([
    ['en', 'PT48H', 'You will know within 48 hours whether you are shortlisted.'],
    ['es', 'P1DT12H', 'En 1 día y 12 horas sabrá si su candidatura pasa a entrevista.'],
    ['fr', 'P2D', 'Vous saurez sous 2 jours si votre candidature est retenue pour un entretien.'],
  ] as const)('reads well in %s', (locale, within, words) => {
    expect(promiseInWords({ ...shortlist, within }, locale).replaceAll('\u00a0', ' ')).toBe(words);
  });

  it('says when only opening time counts', () => {
    expect(promiseInWords({ ...shortlist, clock: 'business' }, 'en')).toContain(
      '48 hours of our opening time',
    );
  });

  it('has every language say everything', () => {
    const places = (value: object): string[] =>
      Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
        typeof part === 'object' && part !== null ? places(part).map((rest) => `${key}.${rest}`) : [key],
      );
    expect(places(wording.es)).toEqual(places(wording.en));
    expect(places(wording.fr)).toEqual(places(wording.en));
  });
});
