import type { Application } from '../application/application.ts';
import type { Gate } from '../application/gate-item.ts';
import type { Interview } from '../interviews/interview.ts';
import type { Person } from '../people/person.ts';
import type { Question } from '../questions/question.ts';
import type { RecordedJourney } from './recorded.ts';

type Deed = Readonly<Record<string, unknown>> & { readonly act: string };

/** Everything the store knows of one application. */
export interface Recorded {
  readonly application: Application;
  readonly gates: readonly Gate[];
  readonly interviews: readonly Interview[];
  readonly questions: readonly Question[];
  readonly person: Person | undefined;
}

/** The journey of a past application as it can be played again. An interview that was moved is played as it stood last. */
export function recordJourney(recorded: Recorded): RecordedJourney {
  const { application, person } = recorded;
  const acts = [
    ...recorded.gates.flatMap((gate) => answersAt(gate, recorded)),
    ...recorded.questions.map(({ askedAt, wants }) => ({
      at: askedAt,
      from: application.submittedAt,
      act: { act: 'ask', wants },
    })),
    ...ofCandidate(application, person),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1));
  return {
    name: application.applicationId,
    title: `Application ${application.applicationId}`,
    at: application.submittedAt,
    consents: person?.consents.some(({ given }) => given) ?? false,
    acts: acts.map(({ at, from, act: done }) => ({ ...done, after: between(from, at) })),
  };
}

interface Done {
  readonly at: string;
  /** What it is counted from. */
  readonly from: string;
  readonly act: Deed;
}

function answersAt(gate: Gate, { interviews }: Recorded): Done[] {
  const { kind, outcome, decision, openedAt: from, subject, settledBy } = gate;
  if (kind === 'interview') return cancelled(interviews, gate);
  if (!decision || settledBy !== 'person' || outcome === undefined) return [];
  const done = (what: Deed): Done[] => [{ at: decision.at, from, act: what }];
  const [interviewId, interviewer = ''] = subject.split('.');
  switch (kind) {
    case 'interview-date':
    case 'shortlist':
    case 'next-step':
      if (outcome === 'scheduled') return scheduled(gate, interviews);
      return done({ act: 'decide', on: kind, outcome });
    case 'feedback': {
      const held = interviews.find((one) => one.interviewId === interviewId);
      const number = (held?.interviewers.indexOf(interviewer) ?? -1) + 1;
      return number === 1 || number === 2 ? done({ act: 'feedback', interviewer: number }) : [];
    }
    case 'approval':
      return done({ act: 'approve' });
    case 'question':
      return done({ act: 'settle', outcome });
    case 'offer-pause':
    case 'survey-pause':
      return [];
  }
}

function scheduled({ decision, openedAt }: Gate, interviews: readonly Interview[]): Done[] {
  const arranged = interviews.find(({ interviewId }) => interviewId === decision?.interviewId);
  if (!decision || !arranged || arranged.startsAt <= decision.at) return [];
  const startsIn = between(decision.at, arranged.startsAt);
  const interviewers = Math.min(2, arranged.interviewers.length);
  return [{ at: decision.at, from: openedAt, act: { act: 'schedule', startsIn, interviewers } }];
}

function cancelled(interviews: readonly Interview[], { subject, openedAt }: Gate): Done[] {
  const at = interviews.find(({ interviewId }) => interviewId === subject)?.cancelledAt;
  return at === undefined ? [] : [{ at, from: openedAt, act: { act: 'cancel' } }];
}

function ofCandidate(
  { submittedAt: from, outcome, answeredAt }: Application,
  person: Person | undefined,
): Done[] {
  const suppressed = person?.suppression;
  const bounced = suppressed?.reason === 'bounced' && suppressed.at > from ? suppressed.at : undefined;
  return [
    ...(outcome === 'withdrawn' && answeredAt !== undefined
      ? [{ at: answeredAt, from, act: { act: 'withdraw' } }]
      : []),
    ...(bounced === undefined ? [] : [{ at: bounced, from, act: { act: 'bounce' } }]),
  ];
}

/** Whole seconds as an ISO 8601 duration. */
const between = (from: string, to: string): string =>
  `PT${Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000))}S`;
