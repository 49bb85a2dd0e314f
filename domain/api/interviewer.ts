import * as z from 'zod';
import { feedback, feedbackDraft, feedbackForm } from '../feedback/feedback.ts';
import { instant } from '../ids.ts';
import { criterion } from '../jobs/job.ts';
import { endpoint } from './endpoint.ts';

const access = 'link';

const written = feedback
  .pick({
    ratings: true,
    wentWell: true,
    toImprove: true,
    forCandidate: true,
    updatedAt: true,
    givenAt: true,
  })
  .strip();

/** What the holder of an interviewer's link is asked, and how they answer. */
export const interviewerApi = {
  read: endpoint({
    id: 'readFeedbackRequest',
    method: 'GET',
    path: '/api/interviewer/feedback',
    summary: 'What feedback is asked for, and what I have written so far',
    access,
    request: {},
    reply: {
      status: 200,
      body: z.strictObject({
        jobTitle: z.string(),
        /** First name and an initial: enough to remember whom one met. */
        candidateName: z.string(),
        interview: z.strictObject({ startsAt: instant, zone: z.string() }),
        criteria: z.array(criterion.pick({ id: true, text: true }).strip()),
        due: instant,
        state: z.enum(['editable', 'approved', 'over']),
        feedback: z.nullable(written),
      }),
    },
    problems: [401, 404],
  }),
  saveDraft: endpoint({
    id: 'saveFeedbackDraft',
    method: 'PUT',
    path: '/api/interviewer/feedback/draft',
    summary: 'Keep what I have written so far',
    access,
    request: { body: feedbackDraft },
    reply: { status: 200, body: written },
    problems: [401, 404, 409],
  }),
  give: endpoint({
    id: 'giveFeedback',
    method: 'POST',
    path: '/api/interviewer/feedback',
    summary: 'Give my feedback; again to change it until it is approved',
    access,
    request: { body: feedbackForm },
    reply: { status: 200, body: written },
    problems: [401, 404, 409],
  }),
} as const;
