import * as z from 'zod';
import type { ApplicationEvent } from '../../application/application.ts';
import { stage } from '../../application/stages.ts';
import { instant, interviewId } from '../../ids.ts';
import { wanted } from '../../messages/kinds.ts';

/** What a candidate was promised; what one interviewer owes inside the company is none of them. */
const promiseKind = z.enum([
  'acknowledgement',
  'shortlist',
  'interview-date',
  'approval',
  'next-step',
  'question',
  'attention',
]);

const promised = { at: instant, kind: promiseKind };
const interviewed = { at: instant, interviewId };

/** One entry of a candidate's timeline: a code and its facts, worded by the page. */
export const timelineEntry = z.discriminatedUnion('what', [
  z.object({ what: z.literal('received'), at: instant }),
  z.object({ what: z.literal('promise-made'), ...promised, due: instant }),
  z.object({ what: z.literal('promise-kept'), ...promised }),
  z.object({ what: z.literal('promise-broken'), ...promised }),
  z.object({ what: z.literal('promise-extended'), ...promised, due: instant }),
  z.object({ what: z.literal('stage-changed'), at: instant, to: stage }),
  z.object({ what: z.literal('message-sent'), at: instant, to: z.literal('candidate'), message: z.string() }),
  z.object({ what: z.literal('interview-scheduled'), ...interviewed, startsAt: instant }),
  z.object({ what: z.literal('interview-rescheduled'), ...interviewed }),
  z.object({ what: z.literal('interview-cancelled'), ...interviewed }),
  z.object({ what: z.literal('question-asked'), at: instant, wants: wanted }),
  z.object({ what: z.literal('preferences-changed'), at: instant }),
  z.object({ what: z.literal('withdrawn'), at: instant }),
  z.object({ what: z.literal('closed'), at: instant }),
]);
export type TimelineEntry = z.output<typeof timelineEntry>;

/** The code of every event that a candidate may see. A decision shows when its message leaves, not before. */
const codes: Partial<Record<ApplicationEvent['type'], TimelineEntry['what']>> = {
  ApplicationReceived: 'received',
  PromiseMade: 'promise-made',
  PromiseKept: 'promise-kept',
  PromiseBroken: 'promise-broken',
  PromiseExtended: 'promise-extended',
  StageChanged: 'stage-changed',
  MessageSent: 'message-sent',
  InterviewScheduled: 'interview-scheduled',
  InterviewRescheduled: 'interview-rescheduled',
  InterviewCancelled: 'interview-cancelled',
  QuestionAsked: 'question-asked',
  PreferencesChanged: 'preferences-changed',
  ApplicationWithdrawn: 'withdrawn',
  ApplicationClosed: 'closed',
};

/**
 * What of an application's audit trail its candidate sees, in its order. Whatever does not fit an entry,
 * such as a promise inside the company or a message to a colleague, is left out.
 */
export function timelineOf(events: readonly ApplicationEvent[]): TimelineEntry[] {
  return events.flatMap(({ type, at, detail }) => {
    const entry = timelineEntry.safeParse({ ...detail, what: codes[type], at });
    return entry.success ? [entry.data] : [];
  });
}
