import type { PromiseKind } from './ladder-picture.ts';
import type { Step } from './ladder-picture.ts';

interface KindWords {
  readonly title: string;
  /** What sets its clock going. */
  readonly begins: string;
  readonly about: string;
}

/** The promises of the settings, as people call them. */
export const promiseWords: Readonly<Record<PromiseKind, KindWords>> = {
  shortlist: {
    title: 'Decision on the shortlist',
    begins: 'applied',
    about: 'From the application until the candidate knows whether they are shortlisted.',
  },
  'interview-date': {
    title: 'Interview date',
    begins: 'invited',
    about: 'From the invitation until a date is agreed.',
  },
  feedback: {
    title: 'Interviewer’s feedback',
    begins: 'interview over',
    about:
      'From the end of the interview until each interviewer has written. The candidate hears nothing of it.',
  },
  approval: {
    title: 'Approved feedback',
    begins: 'interview over',
    about: 'From the end of the interview until the candidate has feedback that a person approved.',
  },
  'next-step': {
    title: 'Decision after the interview',
    begins: 'feedback sent',
    about: 'From the feedback until the candidate knows what follows.',
  },
  question: {
    title: 'Answer to a question',
    begins: 'asked',
    about: 'From a candidate’s question until a person has answered.',
  },
};

/** What happens at a step, in one word. */
export const doesWords: Readonly<Record<Exclude<Step['does'], 'begins'>, string>> = {
  remind: 'remind',
  escalate: 'escalate',
  promised: 'answer promised',
  delay: 'answer promised; else a new date',
  release: 'release',
};

export const roles = [
  { value: 'owner', label: 'Recruiter' },
  { value: 'backup', label: 'Backup' },
  { value: 'lead', label: 'Hiring lead' },
  { value: 'interviewer', label: 'Interviewer' },
] as const;

/** The label of a role; the candidate is no option of a rung. */
export const roleLabel = (role: string): string =>
  role === 'candidate' ? 'Candidate' : (roles.find(({ value }) => value === role)?.label ?? role);
