import { interviewerApi } from '../../../domain/api/interviewer.ts';
import { route } from '../../runtime/route.ts';
import { give, keepDraft, readRequest } from './feedback.ts';

export const routes = [
  route(interviewerApi.read, readRequest),
  route(interviewerApi.saveDraft, keepDraft),
  route(interviewerApi.give, give),
];
