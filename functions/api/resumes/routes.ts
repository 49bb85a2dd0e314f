import { resumesApi } from '../../../domain/api/resumes.ts';
import { route } from '../../runtime/route.ts';
import { openResume, readState } from './resume.ts';

export const routes = [route(resumesApi.readState, readState), route(resumesApi.open, openResume)];
