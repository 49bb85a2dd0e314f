import { scenario } from './scenario.ts';
import type { Scenario } from './scenario.ts';

const shortlisted = { act: 'decide', on: 'shortlist', outcome: 'shortlisted', after: 'PT30H' };
const arranged = { act: 'schedule', after: 'PT14H', startsIn: 'P2D' };
const feedback = [
  { act: 'feedback', interviewer: 1, after: 'PT5H' },
  { act: 'feedback', interviewer: 2, after: 'PT25H' },
];
const approved = { act: 'approve', after: 'PT3H' };
const next = (outcome: string) => ({ act: 'decide', on: 'next-step', outcome, after: 'PT2H' });
const interviewed = [shortlisted, arranged, ...feedback, approved];

/** The journeys that are played unless a scenario is named. */
export const scenarios: readonly Scenario[] = [
  { name: 'silent', title: 'Nobody in the company ever does anything' },
  {
    name: 'declined',
    title: 'Declined with a reason after 20 hours',
    acts: [{ act: 'decide', on: 'shortlist', outcome: 'declined', after: 'PT20H' }],
  },
  {
    name: 'hired',
    title: 'Shortlisted after 30 hours, interviewed by two, hired',
    acts: [...interviewed, next('hired')],
  },
  {
    name: 'one-interviewer-silent',
    title: 'One of two interviewers never answers; declined after the interview',
    acts: [shortlisted, arranged, feedback[0], approved, next('declined')],
  },
  { name: 'no-date', title: 'Invited, and nobody arranges the interview', acts: [shortlisted] },
  {
    name: 'silence-after-the-interview',
    title: 'Interviewed, and nobody ever says anything',
    acts: [shortlisted, arranged],
  },
  {
    name: 'second-interview',
    title: 'Asked to a second interview, then hired',
    acts: [...interviewed, next('another-interview'), arranged, ...feedback, approved, next('hired')],
  },
  {
    name: 'cancelled',
    title: 'The interview is cancelled, another is held',
    acts: [
      shortlisted,
      arranged,
      { act: 'cancel', after: 'PT4H' },
      arranged,
      ...feedback,
      approved,
      next('hired'),
    ],
  },
  {
    name: 'rescheduled',
    title: 'The interview is moved by a day',
    acts: [
      shortlisted,
      arranged,
      { act: 'reschedule', after: 'PT4H', startsIn: 'P3D' },
      ...feedback,
      approved,
      next('declined'),
    ],
  },
  {
    name: 'undone',
    title: 'A decline is taken back within its window, and becomes an invitation',
    acts: [
      { act: 'decide', on: 'shortlist', outcome: 'declined', after: 'PT20H' },
      { act: 'undo', on: 'shortlist', after: 'PT5M' },
      { act: 'decide', on: 'shortlist', outcome: 'shortlisted', after: 'PT22H' },
    ],
  },
  {
    name: 'withdrawn',
    title: 'The candidate withdraws on the third day, already invited',
    acts: [shortlisted, { act: 'withdraw', after: 'P2DT6H' }],
  },
  {
    name: 'bounced',
    title: 'The acknowledgement bounces; declined after 20 hours',
    acts: [
      { act: 'bounce', after: 'PT2M' },
      { act: 'decide', on: 'shortlist', outcome: 'declined', after: 'PT20H' },
    ],
  },
  {
    name: 'question-unanswered',
    title: 'Declined after 20 hours, then asks a question that nobody answers',
    acts: [
      { act: 'decide', on: 'shortlist', outcome: 'declined', after: 'PT20H' },
      { act: 'ask', wants: 'answer', after: 'PT30H' },
    ],
  },
  {
    name: 'question-answered',
    title: 'Asks a question and gets an answer after three hours; nobody decides',
    acts: [
      { act: 'ask', wants: 'answer', after: 'PT1H' },
      { act: 'settle', outcome: 'answered', after: 'PT3H' },
    ],
  },
  {
    name: 'call-booked',
    title: 'Books a call and is called in the window; nobody decides',
    acts: [
      { act: 'ask', wants: 'call', after: 'PT1H' },
      { act: 'settle', outcome: 'called', after: 'PT2H' },
    ],
  },
  { name: 'no-consent', title: 'No consent to offers, and nobody decides', consents: false },
  {
    name: 'screening-fails',
    title: 'A step fails for good at the very beginning',
    failures: [{ machine: 'candidate-journey', state: 'Screen', error: 'NotAllowed' }],
  },
  {
    name: 'mail-fails',
    title: 'The word of delay cannot be sent',
    failures: [{ machine: 'keep-promise', state: 'Say the new date', error: 'MailRefused' }],
  },
].map((written) => scenario.parse(written));
