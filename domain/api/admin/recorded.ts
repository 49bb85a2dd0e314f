import * as z from 'zod';
import { recordedJourney } from '../../journeys/recorded.ts';
import { endpoint } from '../endpoint.ts';
import { access, problems } from './common.ts';

export const listRecorded = endpoint({
  id: 'listRecordedJourneys',
  method: 'GET',
  path: '/api/admin/journeys',
  summary:
    'What was decided in the applications that were closed last, by ids alone, to be played against an edit',
  access,
  request: { query: z.strictObject({ last: z.coerce.number().int().min(1).max(500).default(100) }) },
  reply: { status: 200, body: z.strictObject({ journeys: z.array(recordedJourney) }) },
  problems: [...problems, 400],
});
