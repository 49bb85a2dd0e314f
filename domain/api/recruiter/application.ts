import * as z from 'zod';
import { application, applicationEvent } from '../../application/application.ts';
import { gate } from '../../application/gate-item.ts';
import { feedback } from '../../feedback/feedback.ts';
import { applicationId, instant } from '../../ids.ts';
import { interview } from '../../interviews/interview.ts';
import { criterion } from '../../jobs/job.ts';
import { ledgerEntry } from '../../messages/ledger.ts';
import { namedInterest } from '../../offers/interest.ts';
import { declineReasons } from '../../reasons/decline-reasons.ts';
import { task } from '../../tasks/task.ts';
import { endpoint } from '../endpoint.ts';
import { questionView } from './questions.ts';

/** What was decided and by whom; told to colleagues who may act on the application. */
const decisionView = z.object({
  by: z.string(),
  at: instant,
  reasons: z.optional(declineReasons),
  strength: z.optional(z.string()),
  note: z.optional(z.string()),
});

const gateView = gate
  .pick({
    gateId: true,
    kind: true,
    subject: true,
    status: true,
    version: true,
    due: true,
    firstDue: true,
    owner: true,
    holdUntil: true,
    outcome: true,
    settledBy: true,
    kept: true,
    closedAt: true,
  })
  .extend({ decision: z.optional(decisionView) })
  .strip();

export const interviewView = interview.omit({ applicationId: true }).strip();
const feedbackView = feedback.omit({ applicationId: true }).strip();
export const taskView = task.omit({ applicationId: true }).strip();

/** A criterion as published, with what the candidate answered: `met` is null without an answer. */
const answeredCriterion = z.strictObject({
  ...criterion.shape,
  answer: z.nullable(z.boolean()),
  met: z.nullable(z.boolean()),
});

/** A line of the ledger: what was sent to whom, how far it got and when. What it said is asked for by its key. */
const sentMessage = ledgerEntry
  .pick({ key: true, to: true, status: true, seen: true })
  .extend({ message: z.string(), at: instant, subject: z.optional(z.string()) });

/** What the application keeps to, whatever is published later; null before it began, or once nobody knows any more. */
const keepsTo = z.strictObject({
  /** Revision of candidate-journey. */
  workflow: z.nullable(z.int()),
  settings: z.nullable(z.int()),
  templates: z.nullable(z.int()),
});

export const readApplication = endpoint({
  id: 'readStaffApplication',
  method: 'GET',
  path: '/api/staff/applications/{applicationId}',
  summary: 'Everything about one application that colleagues may act on',
  access: 'staff',
  request: { params: z.strictObject({ applicationId }) },
  reply: {
    status: 200,
    body: z.strictObject({
      application: application
        .omit({
          personHash: true,
          answers: true,
          resumeKey: true,
          pins: true,
          entrusted: true,
          eraseAt: true,
          erasing: true,
        })
        .extend({
          interests: z.array(namedInterest),
          reference: z.string(),
          jobTitle: z.string(),
          hasResume: z.boolean(),
        })
        .strip(),
      keepsTo,
      criteria: z.array(answeredCriterion),
      gates: z.array(gateView),
      interviews: z.array(interviewView),
      feedback: z.array(feedbackView),
      questions: z.array(questionView),
      tasks: z.array(taskView),
      messages: z.array(sentMessage),
      timeline: z.array(applicationEvent.omit({ applicationId: true }).strip()),
    }),
  },
  problems: [401, 403, 404],
});
