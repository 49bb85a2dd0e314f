import type { FieldError } from '../problem.ts';

/** A form as a browser sends it: names and values, a list where a name came more than once. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Where each field of a plain form stands in a submission; criteria are `criteria.<id>`. */
const places: Readonly<Record<string, string>> = {
  jobId: 'jobId',
  name: 'candidate.name',
  email: 'candidate.email',
  phone: 'candidate.phone',
  locale: 'locale',
  zone: 'zone',
  resumeKey: 'resumeKey',
  website: 'website',
  interests: 'interests',
  'consent.offers': 'consents.offers',
};

const criterionPrefix = 'criteria.';

/**
 * The submission that a plain form means, not yet parsed. A text left empty was not given; `yes` and `no`
 * are answers, anything else stays as it is for the schema to refuse, and so does an unknown field.
 */
export function submissionOfForm(form: FormFields) {
  const { name, email, phone, interests, resumeKey, 'consent.offers': offers, ...rest } = withoutEmpty(form);
  const answers = Object.entries(rest).filter(([field]) => field.startsWith(criterionPrefix));
  const others = Object.entries(rest).filter(([field]) => !field.startsWith(criterionPrefix));
  return {
    ...Object.fromEntries(others),
    candidate: { name, email, ...(phone !== undefined && { phone }) },
    answers: Object.fromEntries(
      answers.map(([field, value]) => [field.slice(criterionPrefix.length), yesOrNo(value)]),
    ),
    interests: interests === undefined ? [] : [interests].flat(),
    consents: offers === undefined ? {} : { offers: yesOrNo(offers) },
    ...(resumeKey !== undefined && { resumeKey }),
  };
}

/** The name of the form's field that a place in a submission came from. */
export function formFieldOf({ field }: FieldError): string {
  if (field.startsWith('answers.')) return criterionPrefix + field.slice('answers.'.length);
  const found = Object.entries(places).find(([, place]) => field === place || field.startsWith(`${place}.`));
  return found?.[0] ?? field;
}

function withoutEmpty(form: FormFields): FormFields {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
}

function yesOrNo(value: string | readonly string[]): unknown {
  if (value === 'yes') return true;
  return value === 'no' ? false : value;
}
