import { approximateSeconds } from '../calendar/duration.ts';
import { audienceOf } from '../messages/messages.ts';
import type { MessageName } from '../messages/messages.ts';
import { tooLateAfterInterview } from '../promises/after-interview.ts';
import type { Role } from '../promises/promise.ts';
import type { Complaint } from './complaint.ts';
import type { Settings } from './settings.ts';

type Promises = Settings['promises'];
type Policy = Promises['shortlist'];

/** What of the promises, each in order by itself, would hurt whoever waits. */
export const brokenPromises = ({ promises }: Pick<Settings, 'promises'>): Complaint[] =>
  [
    ...each(promises, askedOfOthers),
    ...each(promises, forSomebodyElse),
    ...unasked(promises),
    ...tooLate(promises),
    ...outrun(promises),
    ...each(promises, unreminded),
    ...each(promises, toTheCandidate),
    ...each(promises, wrongReaders),
    ...each(promises, wrongWords),
  ].map(({ path, message }) => ({ path: ['promises', ...path], message }));

const each = (promises: Promises, look: (policy: Policy, kind: string) => Complaint[]): Complaint[] =>
  Object.entries(promises).flatMap(([kind, policy]) =>
    look(policy, kind).map(({ path, message }) => ({ path: [kind, ...path], message })),
  );

/** What a candidate typed is for HR. */
function askedOfOthers({ opens, ladder, extension }: Policy): Complaint[] {
  const told = [...(opens ? [opens] : []), ...ladder, ...extension.ladder];
  const message = 'question-assigned carries what a candidate typed: it may go to owner and backup alone';
  return told.some((one) => one.message === 'question-assigned' && one.to.some((role) => !isHr(role)))
    ? [{ path: [], message }]
    : [];
}

/** Those of a job who work in HR. */
const isHr = (role: Role): boolean => role === 'owner' || role === 'backup';

function forSomebodyElse({ audience }: Policy, kind: string): Complaint[] {
  const waits = kind === 'feedback' ? 'internal' : 'candidate';
  return audience === waits ? [] : [{ path: ['audience'], message: `must be '${waits}'` }];
}

const unasked = (promises: Promises): Complaint[] =>
  (['feedback', 'approval', 'question'] as const)
    .filter((kind) => promises[kind].opens === undefined)
    .map((kind) => ({
      path: [kind, 'opens'],
      message: 'must say who is asked, before anybody is reminded',
    }));

function tooLate({ approval, 'next-step': nextStep }: Promises): Complaint[] {
  const message = tooLateAfterInterview(approval, nextStep);
  return message === undefined ? [] : [{ path: ['next-step', 'backstop'], message }];
}

/** The candidate is told from the interview's end on by when they get feedback, and interviewers are asked first. */
function outrun({ approval, feedback }: Promises): Complaint[] {
  const { within, clock, extension } = feedback;
  const given = approximateSeconds(within) + extension.times * approximateSeconds(extension.within);
  return clock === 'business' || approximateSeconds(approval.within) > given
    ? []
    : [
        {
          path: ['approval', 'within'],
          message:
            'must be longer than interviewers have: the candidate’s date could pass before there is anything to approve',
        },
      ];
}

const unreminded = ({ ladder }: Policy): Complaint[] =>
  ladder.length > 0
    ? []
    : [{ path: ['ladder'], message: 'must remind somebody before the deadline, or it is missed unseen' }];

const toTheCandidate = ({ opens }: Policy): Complaint[] =>
  opens?.to.includes('candidate')
    ? [
        {
          path: ['opens', 'to'],
          message:
            'includes the candidate, who is told by the workflow: name owner, backup, lead or interviewer',
        },
      ]
    : [];

/** Messages that are written to somebody else than they are sent to. */
function wrongReaders({ opens, ladder, extension }: Policy, kind: string): Complaint[] {
  const told = [
    ...(opens ? [{ path: ['opens'], message: opens.message }] : []),
    ...ladder.map(({ message }, index) => ({ path: ['ladder', index], message })),
    ...extension.ladder.map(({ message }, index) => ({ path: ['extension', 'ladder', index], message })),
  ];
  return told.flatMap(({ path: at, message }): Complaint[] => {
    const path = [...at, 'message'];
    if (audienceOf(message) !== 'staff')
      return [{ path, message: 'must name a message that is written to a colleague' }];
    if (kind !== 'question' && message.startsWith('question-'))
      return [{ path, message: 'speaks of a question, and nobody asked one' }];
    return kind === 'question' && at[0] === 'opens' && message !== 'question-assigned'
      ? [{ path, message: 'must be question-assigned: nothing else carries the question' }]
      : [];
  });
}

/** At the deadline the candidate is told what the rung does, and nothing else. */
function wrongWords({ delayed, released }: Policy, kind: string): Complaint[] {
  const delays: readonly MessageName[] =
    kind === 'approval' ? ['feedback-delayed', 'decision-delayed'] : ['decision-delayed'];
  return [
    ...(delayed === null || delays.includes(delayed)
      ? []
      : [{ path: ['delayed'], message: `must be ${delays[0]}: it tells the candidate the new date` }]),
    ...(released === null || released === 'release'
      ? []
      : [{ path: ['released'], message: 'must be release: it tells the candidate who owes an answer' }]),
  ];
}
