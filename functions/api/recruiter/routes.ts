import { recruiterApi } from '../../../domain/api/recruiter.ts';
import { route } from '../../runtime/route.ts';
import { readApplicationPage } from './application-view.ts';
import { decide, undo } from './decisions.ts';
import { approve, readFeedback } from './feedback.ts';
import { handOver } from './hand-over.ts';
import { cancel, reschedule, schedule } from './interviews.ts';
import { closeJob, createJob, listAllJobs, readTerms, reopenJob, replaceJob } from './jobs.ts';
import { readLetter } from './letters.ts';
import { listPeople } from './people.ts';
import { previewAnswer, previewDecision, previewFeedback } from './previews.ts';
import { answer, called } from './questions.ts';
import { markTaskDone } from './tasks.ts';
import { readWorklist } from './worklist.ts';

export const routes = [
  route(recruiterApi.worklist, readWorklist),
  route(recruiterApi.listPeople, listPeople),
  route(recruiterApi.readApplication, readApplicationPage),
  route(recruiterApi.decide, decide),
  route(recruiterApi.undo, undo),
  route(recruiterApi.handOver, handOver),
  route(recruiterApi.previewDecision, previewDecision),
  route(recruiterApi.previewFeedback, previewFeedback),
  route(recruiterApi.previewAnswer, previewAnswer),
  route(recruiterApi.readLetter, readLetter),
  route(recruiterApi.schedule, schedule),
  route(recruiterApi.reschedule, reschedule),
  route(recruiterApi.cancel, cancel),
  route(recruiterApi.readFeedback, readFeedback),
  route(recruiterApi.approve, approve),
  route(recruiterApi.answerQuestion, answer),
  route(recruiterApi.recordCall, called),
  route(recruiterApi.finishTask, markTaskDone),
  route(recruiterApi.listJobs, listAllJobs),
  route(recruiterApi.readTerms, readTerms),
  route(recruiterApi.createJob, createJob),
  route(recruiterApi.replaceJob, replaceJob),
  route(recruiterApi.closeJob, closeJob),
  route(recruiterApi.reopenJob, reopenJob),
];
