import * as z from 'zod';
import { stage } from '../../application/stages.ts';
import { applicationId, gateId, instant, jobId, staffId, taskId } from '../../ids.ts';
import { question } from '../../questions/question.ts';
import { taskKind } from '../../tasks/task.ts';
import { endpoint } from '../endpoint.ts';

/** The queues people work through, each in the order of what is due first. */
export const queue = z.enum([
  'shortlist',
  'interview-date',
  'approval',
  'next-step',
  'question',
  'feedback',
  'task',
]);
export type Queue = z.output<typeof queue>;

/** Something that waits for a person: a gate, or a task with its kind. */
const worklistRow = z.strictObject({
  applicationId,
  reference: z.string(),
  gateId: z.optional(gateId),
  taskId: z.optional(taskId),
  task: z.optional(taskKind),
  /** What is to be done about a question, and when a call was booked for. */
  question: z.optional(question.pick({ questionId: true, wants: true, window: true })),
  kind: queue,
  due: instant,
  candidateName: z.string(),
  jobId,
  jobTitle: z.string(),
  stage,
  owner: staffId,
  version: z.int(),
});
export type WorklistRow = z.output<typeof worklistRow>;

const reply = z.strictObject({
  rows: z.array(worklistRow),
  cursor: z.nullable(z.string()),
  elsewhere: z.nullable(instant),
});
export type Worklist = z.output<typeof reply>;

/**
 * Only what the caller may act on is listed. `cursor` continues after the last row; null when that was all.
 * `elsewhere` is when the first of what was passed over is due, which others owe: an instant and nothing more.
 */
export const worklist = endpoint({
  id: 'readWorklist',
  method: 'GET',
  path: '/api/staff/worklist',
  summary: 'What waits for a person, by when it is due',
  access: 'staff',
  request: {
    query: z.strictObject({
      kind: queue,
      cursor: z.optional(z.string().max(600)),
      limit: z.optional(z.coerce.number().int().min(1).max(50)),
    }),
  },
  reply: { status: 200, body: reply },
  problems: [401, 403],
});
