import * as z from 'zod';
import type { Job } from '../../jobs/job.ts';
import type { Locale } from '../../messages/locale.ts';
import { inOrder } from '../../offers/in-order.ts';
import type { NamedInterest } from '../../offers/interest.ts';
import { wording } from './wording.ts';

/** One field of the application form, with all that a page needs to draw it. */
export const formField = z.strictObject({
  /** Name in a plain form; `criteria.<id>` for a criterion. */
  name: z.string(),
  kind: z.enum(['text', 'email', 'tel', 'yes-no', 'choices', 'consent', 'file']),
  label: z.string(),
  required: z.boolean(),
  options: z.optional(z.array(z.strictObject({ value: z.string(), label: z.string() }))),
});
export type FormField = z.output<typeof formField>;

/** The whole form of a job, in the order in which it is asked. */
export function formFields(
  job: Pick<Job, 'criteria' | 'resume'>,
  choices: { readonly interests: readonly NamedInterest[]; readonly consentText: string },
  locale: Locale,
): FormField[] {
  const { fields, yes, no } = wording[locale];
  const yesNo = [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ];
  return [
    { name: 'name', kind: 'text', label: fields.name, required: true },
    { name: 'email', kind: 'email', label: fields.email, required: true },
    { name: 'phone', kind: 'tel', label: fields.phone, required: false },
    ...job.criteria.map(({ id, question }): FormField => ({
      name: `criteria.${id}`,
      kind: 'yes-no',
      label: question,
      required: true,
      options: yesNo,
    })),
    ...fieldIf(job.resume !== 'none', {
      name: 'resumeKey',
      kind: 'file',
      label: fields.resume,
      required: job.resume === 'required',
    }),
    ...fieldIf(choices.interests.length > 0, {
      name: 'interests',
      kind: 'choices',
      label: fields.interests,
      required: false,
      options: inOrder(choices.interests, locale).map(({ id, names }) => ({
        value: id,
        label: names[locale],
      })),
    }),
    { name: 'consent.offers', kind: 'consent', label: choices.consentText, required: false },
  ];
}

function fieldIf(asked: boolean, field: FormField): FormField[] {
  return asked ? [field] : [];
}
