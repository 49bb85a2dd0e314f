import type { DeclineReason } from '../../../domain/reasons/decline-reasons.ts';

/** How a detail of a reason is asked for. */
export type Asked = 'line' | 'criterion' | 'day' | 'days' | 'fate';

interface DetailWords {
  readonly name: string;
  readonly label: string;
  readonly asked: Asked;
  readonly example?: string;
}

interface ReasonWords {
  readonly label: string;
  readonly details: readonly DetailWords[];
}

const line = (name: string, label: string, example: string): DetailWords => ({
  name,
  label,
  example,
  asked: 'line',
});
const criterion = (name: string, label: string): DetailWords => ({ name, label, asked: 'criterion' });
const day = (name: string, label: string): DetailWords => ({ name, label, asked: 'day' });

/** The closed list of reasons as recruiters meet it: one box each, in the order of how often they are true. */
export const reasonWords: Readonly<Record<DeclineReason['code'], ReasonWords>> = {
  experience: {
    label: 'Experience the post needs was not shown',
    details: [
      line('task', 'We look for experience of', 'advising customers about garden plants'),
      line('shown', 'The application shows', 'experience at a supermarket till'),
    ],
  },
  skill: {
    label: 'A skill the work relies on was not shown',
    details: [
      line('skill', 'The work relies on', 'stock-taking with a handheld scanner'),
      line('evidence', 'What was missing', 'any post where you counted stock'),
    ],
  },
  qualification: {
    label: 'A published requirement is not met',
    details: [criterion('requirement', 'The post requires')],
  },
  availability: {
    label: 'Hours or place do not match',
    details: [
      line('needed', 'The post needs', 'two weekends a month'),
      line('offered', 'The candidate offered', 'weekdays until 3 pm'),
    ],
  },
  licence: {
    label: 'A licence or permit is missing',
    details: [line('licence', 'The post requires', 'a forklift licence'), day('neededBy', 'By')],
  },
  language: {
    label: 'A language is needed at a higher level',
    details: [
      line('duty', 'The duty that needs it', 'Advising customers on the phone'),
      line('language', 'Language', 'French'),
      line('level', 'Level', 'B2'),
    ],
  },
  test: {
    label: 'An exercise fell short of its standard',
    details: [
      line('exercise', 'Exercise', 'the till exercise'),
      line('standard', 'What was needed', 'eight of ten receipts right'),
      line('result', 'What we saw', 'five of ten'),
    ],
  },
  interview: {
    label: 'The interview did not show what a criterion needs',
    details: [
      criterion('criterion', 'Criterion'),
      line('hoped', 'We hoped for', 'an example of calming a customer'),
      line('heard', 'We heard', 'that this had not come up yet'),
    ],
  },
  'missing-item': {
    label: 'Something we asked for did not arrive',
    details: [
      line('item', 'What we asked for', 'a copy of your permit'),
      day('requestedOn', 'Asked for on'),
      day('neededBy', 'Needed by'),
    ],
  },
  'no-contact': {
    label: 'We could not reach the candidate',
    details: [{ name: 'attempts', label: 'Days we tried', asked: 'days', example: '2 March, 4 March' }],
  },
  'closer-match': {
    label: 'Stronger evidence of a published criterion',
    details: [criterion('criterion', 'Criterion')],
  },
  'post-closed': {
    label: 'The post is filled or withdrawn',
    details: [{ name: 'outcome', label: 'The post was', asked: 'fate' }, day('closedOn', 'On')],
  },
};
