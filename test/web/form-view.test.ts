import { describe, expect, it } from 'vitest';
import { formFields } from '../../domain/api/intake/form-fields.ts';
import { submissionOfForm } from '../../domain/api/intake/form.ts';
import { submission } from '../../domain/api/intake/submission.ts';
import { formView } from '../../web/careers/form/form-view.ts';
import { toHtml } from '../../web/shared/html.ts';

const criteria = [{ id: 'weekends', question: 'Weekends?', text: 'Weekends', expected: true }];
const choices = {
  interests: [{ id: 'books', names: { en: 'Books', es: 'Libros', fr: 'Livres' } }],
  consentText: 'Send me offers',
};
const html = (resume: 'required' | 'none') =>
  toHtml(
    formView({
      job: { jobId: 'baker', locale: 'en' },
      fields: formFields({ criteria, resume }, choices, 'en'),
    }),
  );

describe('the plain form', () => {
  it('sends what the API takes', () => {
    const names = [...html('required').matchAll(/ name="([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(new Set(names)).toEqual(
      new Set([
        'jobId',
        'ref',
        'name',
        'email',
        'phone',
        'criteria.weekends',
        'interests',
        'consent.offers',
        'website',
      ]),
    );
    const typed = {
      jobId: 'baker',
      name: 'Julia',
      email: 'j@example.com',
      phone: '',
      'criteria.weekends': 'yes',
      website: '',
    };
    expect(submission.safeParse(submissionOfForm(typed)).success).toBe(true);
  });

  it('ticks no box beforehand', () => expect(html('none')).not.toMatch(/checked/));

  it('tells browsers what to fill in by themselves', () => {
    expect([...html('none').matchAll(/autocomplete="([^"]+)"/g)].map(([, value]) => value)).toEqual([
      'name',
      'email',
      'tel',
      'off',
    ]);
  });
});
