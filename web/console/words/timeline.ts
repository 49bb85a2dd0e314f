import type { ApplicationEvent } from '../../../domain/application/application.ts';
import { gateKind, gateOutcome } from '../../../domain/application/gate.ts';
import { stage } from '../../../domain/application/stages.ts';
import { taskKind } from '../../../domain/tasks/task.ts';
import { moment } from '../time/words.ts';
import { outcomeWords, promised, stageWords, taskWords } from './gates.ts';
import { nameOf } from './people.ts';

type Detail = ApplicationEvent['detail'];

const text = (detail: Detail, name: string): string => String(detail[name] ?? '');
const when = (detail: Detail, name: string): string =>
  typeof detail[name] === 'string' ? moment(detail[name]) : 'an unknown time';

/** `decision-reminder` as people say it: decision reminder. */
export const messageWords = (message: string): string => message.replaceAll('-', ' ');

const quoted = (detail: Detail): string => `“${messageWords(text(detail, 'message'))}”`;

function promise(detail: Detail): string {
  const kind = gateKind.safeParse(detail['kind']).data;
  return kind ? promised[kind].toLowerCase() : text(detail, 'kind');
}

function outcome(detail: Detail): string {
  const known = gateOutcome.safeParse(detail['outcome']).data;
  return known ? outcomeWords[known].toLowerCase() : text(detail, 'outcome');
}

function taskOf(detail: Detail): string {
  const known = taskKind.safeParse(detail['task']).data;
  return known ? taskWords[known] : text(detail, 'task');
}

function stageOf(value: unknown): string {
  const known = stage.safeParse(value).data;
  return known ? stageWords[known].toLowerCase() : String(value);
}

const sentences: Readonly<Record<ApplicationEvent['type'], (detail: Detail) => string>> = {
  ApplicationReceived: () => 'applied',
  JourneyBegan: () => 'took the application up',
  JourneyStalled: () => 'could not go on, and asked for help',
  JourneyTakenUp: () => 'had the automatic steps taken up again',
  ApplicationScreened: ({ meetsAllCriteria }) =>
    meetsAllCriteria === true
      ? 'compared the answers: all published criteria are met'
      : 'compared the answers: not all published criteria are met',
  PromiseMade: (detail) => `promised: ${promise(detail)} by ${when(detail, 'due')}`,
  PromiseKept: (detail) => `kept the promise: ${promise(detail)}`,
  PromiseBroken: (detail) => `broke the promise: ${promise(detail)} by ${when(detail, 'due')}`,
  PromiseExtended: (detail) => `gave a new date for ${promise(detail)}: ${when(detail, 'due')}`,
  PromiseHandedOver: (detail) =>
    `handed over from ${nameOf(text(detail, 'from'))} to ${nameOf(text(detail, 'to'))}: ${promise(detail)}`,
  DecisionMade: (detail) => `decided: ${outcome(detail)}`,
  DecisionUndone: () => 'took the decision back',
  StageChanged: (detail) => `moved from ${stageOf(detail['from'])} to ${stageOf(detail['to'])}`,
  MessageSent: (detail) => `sent ${quoted(detail)} to the ${text(detail, 'to')}`,
  MessageSuppressed: (detail) => `held back ${quoted(detail)} to the ${text(detail, 'to')}`,
  MessageDelivered: (detail) => `delivered ${quoted(detail)}`,
  MessageBounced: (detail) => `could not deliver ${quoted(detail)}`,
  MessageComplained: (detail) => `was told that ${quoted(detail)} was unwanted`,
  QuestionAsked: ({ wants }) => (wants === 'call' ? 'booked a call' : 'asked a question'),
  InterviewScheduled: (detail) => `scheduled an interview for ${when(detail, 'startsAt')}`,
  InterviewRescheduled: (detail) => `moved the interview to ${when(detail, 'startsAt')}`,
  InterviewCancelled: () => 'cancelled the interview',
  InterviewHeld: () => 'saw the interview end',
  FeedbackGiven: () => 'gave feedback on the interview',
  FeedbackApproved: () => 'approved the feedback that the candidate reads',
  TaskRaised: (detail) => `asked ${nameOf(text(detail, 'owner'))}: ${taskOf(detail)}`,
  TaskDone: (detail) => `finished a task: ${taskOf(detail)}`,
  OfferIssued: (detail) => `issued a thank-you offer, valid until ${text(detail, 'expiresOn')}`,
  OfferRedeemed: () => 'redeemed the thank-you offer',
  OfferRolledBack: () => 'gave the thank-you offer back: its order was cancelled',
  ReferralCredited: () => 'credited a recommendation by this candidate',
  PreferencesChanged: () => 'changed their preferences',
  SurveyAnswered: () => 'answered the survey',
  ApplicationWithdrawn: () => 'withdrew the application',
  ApplicationClosed: () => 'closed the application',
  ApplicationErased: () => 'erased',
};

/** What happened, after the name of whoever did it. */
export const eventWords = ({ type, detail }: Pick<ApplicationEvent, 'type' | 'detail'>): string =>
  sentences[type](detail);
