import type { Queue, WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import type { GateKind, GateOutcome } from '../../../domain/application/gate.ts';
import type { Stage } from '../../../domain/application/stages.ts';
import type { News } from '../../../domain/messages/kinds.ts';
import type { TaskKind } from '../../../domain/tasks/task.ts';

/** What the candidate was promised, or a colleague owes, by kind of wait. */
export const promised: Readonly<Record<GateKind | 'acknowledgement' | 'attention', string>> = {
  acknowledgement: 'An acknowledgement',
  attention: 'A person’s attention',
  shortlist: 'Shortlist decision',
  'interview-date': 'Interview date',
  feedback: 'Interviewer’s feedback',
  approval: 'Approved feedback',
  'next-step': 'Decision after the interview',
  question: 'Answer to a question',
  interview: 'The interview',
  'offer-pause': 'A pause before the offer',
  'survey-pause': 'A pause before the survey',
};

const actions: Readonly<Record<Queue, string>> = {
  shortlist: 'Decide',
  'interview-date': 'Set a date',
  approval: 'Approve',
  'next-step': 'Decide',
  question: 'Answer',
  feedback: 'Look',
  task: 'Do',
};

/** The one thing to do about a row of the worklist. */
export const actionOf = ({ kind, question }: Pick<WorklistRow, 'kind' | 'question'>): string =>
  question?.wants === 'call' ? 'Call' : actions[kind];

export const taskWords: Readonly<Record<TaskKind, string>> = {
  'welcome-call': 'Welcome the candidate by phone',
  'answer-owed': 'We gave no answer: call, and give it',
  'call-bounced': 'No mail arrives: call instead',
  attention: 'The automatic steps have stopped',
  'approve-feedback': 'Read and approve the interview feedback',
  'arrange-interview': 'Agree an interview date and enter it',
  'call-off-interview': 'Withdrawn: tell whoever would wait at the interview',
  'contract-call': 'Hired: call about contract and first day',
};

/** What a candidate has not heard, after “Tell them”. */
export const untoldWords: Readonly<Record<News, string>> = {
  acknowledgement: 'that we have their application, and by when they hear from us',
  invitation: 'that we invite them to an interview',
  decline: 'that we decline, and why',
  'decline-after-interview': 'that we decline after the interview, and why',
  'decision-delayed': 'that the decision comes later, and when',
  release: 'that we failed to decide and are sorry',
  'interview-scheduled': 'when and where the interview is',
  'interview-cancelled': 'that the interview is cancelled, and what follows',
  'interview-feedback': 'our feedback on the interview',
  'feedback-delayed': 'that feedback comes later, and when',
  hired: 'that we hire them',
  answer: 'the answer to their question',
};

export const stageWords: Readonly<Record<Stage, string>> = {
  received: 'Received',
  'in-review': 'In review',
  shortlisted: 'Shortlisted',
  interviewing: 'Interviewing',
  hired: 'Hired',
  declined: 'Declined',
  released: 'Released with an apology',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
};

/** What somebody did, after their name: `Omar Haddad shortlisted …`. */
export const didWords: Readonly<Record<GateOutcome, string>> = {
  shortlisted: 'shortlisted',
  declined: 'declined',
  scheduled: 'set a date for',
  given: 'gave feedback on',
  approved: 'approved the feedback for',
  'another-interview': 'invited to another interview',
  hired: 'hired',
  answered: 'answered',
  called: 'called',
  released: 'released',
  withdrawn: 'withdrew',
};

export const outcomeWords: Readonly<Record<GateOutcome, string>> = {
  shortlisted: 'Shortlisted',
  declined: 'Declined',
  scheduled: 'Date set',
  given: 'Given',
  approved: 'Approved',
  'another-interview': 'Another interview',
  hired: 'Hired',
  answered: 'Answered',
  called: 'Called',
  released: 'Released with an apology',
  withdrawn: 'Withdrawn by the candidate',
};
