import * as application from './recruiter/application.ts';
import * as decisions from './recruiter/decisions.ts';
import { handOver } from './recruiter/hand-over.ts';
import * as interviews from './recruiter/interviews.ts';
import * as jobs from './recruiter/jobs.ts';
import * as letters from './recruiter/letters.ts';
import { listPeople } from './recruiter/people.ts';
import * as questions from './recruiter/questions.ts';
import * as tasks from './recruiter/tasks.ts';
import { worklist } from './recruiter/worklist.ts';

/** Everything that signed-in colleagues can ask for and do. */
export const recruiterApi = {
  worklist,
  listPeople,
  readApplication: application.readApplication,
  decide: decisions.decide,
  undo: decisions.undo,
  handOver,
  previewDecision: letters.previewDecision,
  previewFeedback: letters.previewFeedback,
  previewAnswer: letters.previewAnswer,
  readLetter: letters.readLetter,
  schedule: interviews.schedule,
  reschedule: interviews.reschedule,
  cancel: interviews.cancel,
  readFeedback: interviews.readFeedback,
  approve: interviews.approve,
  answerQuestion: questions.answer,
  recordCall: questions.called,
  finishTask: tasks.finishTask,
  listJobs: jobs.listJobs,
  readTerms: jobs.readTerms,
  createJob: jobs.createJob,
  replaceJob: jobs.replaceJob,
  closeJob: jobs.closeJob,
  reopenJob: jobs.reopenJob,
} as const;
