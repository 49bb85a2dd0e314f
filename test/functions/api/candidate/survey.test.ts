import { SFNClient } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueLink } from '../../../../functions/adapters/links.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { findSurvey } from '../../../../functions/adapters/store/surveys.ts';
import { routes } from '../../../../functions/api/candidate/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedApplication } from '../applications.ts';
import { links } from '../intake/intake.ts';
import { seedJob, seedSettings } from '../seed.ts';

const table = useTable();
const workflows = new SFNClient({ region: 'us-east-1' });
const handler = httpHandler({ routes, services: () => ({ table: table(), links, workflows }) });

const answeredAt = '2026-03-04T09:00:00.000Z';
const closedAt = '2026-03-10T09:00:00.000Z';
const id = (last: string) => `01JNAAAAAAAAAAAAAAAAAAAAA${last}`;

async function answer(applicationId: string, body: object, at = '2026-03-05T09:00:00.000Z') {
  const token = await issueLink(links, 'candidate', applicationId, '2026-09-01T00:00:00.000Z');
  const headers = { Authorization: `Bearer ${token}` };
  const event = apiEvent({ method: 'POST', path: '/api/candidate/survey', headers, body, at });
  return handler(event, lambdaContext);
}

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker');
  await seedApplication(table(), id('A'), 'baker', { stage: 'declined', outcome: 'declined', answeredAt });
  await seedApplication(table(), id('B'), 'baker');
  const closed = { stage: 'closed', outcome: 'declined', answeredAt, closedAt } as const;
  await seedApplication(table(), id('C'), 'baker', closed);
});

describe('the survey', () => {
  it('keeps the last answer, and tells the audit trail no words', async () => {
    expect((await answer(id('A'), { score: 3, word: 'Slow' })).statusCode).toBe(200);
    const later = '2026-03-05T10:00:00.000Z';
    expect((await answer(id('A'), { score: 9, word: ' Kind, on the telephone ' }, later)).statusCode).toBe(
      200,
    );
    expect(await findSurvey(table(), id('A'))).toEqual({
      applicationId: id('A'),
      at: later,
      outcome: 'declined',
      score: 9,
      word: 'Kind, on the telephone',
    });
    const events = await listEvents(table(), id('A'));
    expect(events.map(({ type, actor, detail }) => ({ type, actor, detail }))).toEqual([
      { type: 'SurveyAnswered', actor: 'candidate', detail: { score: 3, outcome: 'declined' } },
      {
        type: 'SurveyAnswered',
        actor: 'candidate',
        detail: {
          score: 9,
          outcome: 'declined',
          wasScore: 3,
          wasOutcome: 'declined',
          wasAt: '2026-03-05T09:00:00.000Z',
        },
      },
    ]);
  });

  it('may be answered without a word', async () => {
    expect((await answer(id('A'), { score: 0 })).statusCode).toBe(200);
    expect(await findSurvey(table(), id('A'))).toMatchObject({ score: 0 });
  });

  it.each([{ score: 11 }, { score: -1 }, { score: 7.5 }, { score: 7, word: ' ' }, {}])(
    'does not take %j',
    async (body) => expect((await answer(id('A'), body)).statusCode).toBe(422),
  );

  it('does not come before our answer', async () => {
    expect((await answer(id('B'), { score: 5 })).statusCode).toBe(409);
    expect(await findSurvey(table(), id('B'))).toBeUndefined();
  });

  it('stays open for thirty days after the application was closed', async () => {
    expect((await answer(id('C'), { score: 5 }, '2026-04-09T09:00:00.000Z')).statusCode).toBe(200);
    expect((await answer(id('C'), { score: 6 }, '2026-04-09T09:00:00.001Z')).statusCode).toBe(409);
  });
});
