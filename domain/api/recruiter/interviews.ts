import * as z from 'zod';
import { approvedFeedback } from '../../feedback/approved-feedback.ts';
import { feedback } from '../../feedback/feedback.ts';
import { applicationId, interviewId, staffId } from '../../ids.ts';
import { interviewPlan } from '../../interviews/interview.ts';
import { endpoint } from '../endpoint.ts';
import { interviewView } from './application.ts';

const access = 'staff';
const problems = [401, 403, 404, 409];
const one = z.strictObject({ applicationId, interviewId });
const expectedVersion = z.int();

/** Ends the wait for an interview date. `startsAt` must lie ahead of the request. */
export const schedule = endpoint({
  id: 'scheduleInterview',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/interviews',
  summary: 'Schedule an interview',
  access,
  request: { params: z.strictObject({ applicationId }), body: interviewPlan },
  reply: { status: 201, body: interviewView },
  problems,
});

export const reschedule = endpoint({
  id: 'rescheduleInterview',
  method: 'PUT',
  path: '/api/staff/applications/{applicationId}/interviews/{interviewId}',
  summary: 'Move an interview that is not over; the whole arrangement is replaced',
  access,
  request: { params: one, body: interviewPlan.safeExtend({ expectedVersion }) },
  reply: { status: 200, body: interviewView },
  problems,
});

export const cancel = endpoint({
  id: 'cancelInterview',
  method: 'DELETE',
  path: '/api/staff/applications/{applicationId}/interviews/{interviewId}',
  summary: 'Call an interview off that is not over',
  access,
  request: { params: one, query: z.strictObject({ expectedVersion: z.coerce.number().int() }) },
  reply: { status: 200, body: interviewView },
  problems,
});

/** One entry for each interviewer; `missing` when they have written nothing. */
export const readFeedback = endpoint({
  id: 'readFeedback',
  method: 'GET',
  path: '/api/staff/applications/{applicationId}/interviews/{interviewId}/feedback',
  summary: 'What the interviewers have written of an interview',
  access,
  request: { params: one },
  reply: {
    status: 200,
    body: z.strictObject({
      feedback: z.array(
        feedback
          .pick({ ratings: true, wentWell: true, toImprove: true, forCandidate: true, givenAt: true })
          .extend({ interviewer: staffId, state: z.enum(['missing', 'draft', 'given']) }),
      ),
    }),
  },
  problems: [401, 403, 404],
});

/** Leads and admins only: the text becomes what the candidate reads. */
export const approve = endpoint({
  id: 'approveFeedback',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/interviews/{interviewId}/approval',
  summary: 'Approve the feedback that the candidate reads',
  access,
  request: {
    params: one,
    body: z.strictObject({ ...approvedFeedback.shape, expectedVersion: z.optional(z.int()) }),
  },
  reply: { status: 200, body: interviewView },
  problems,
});
