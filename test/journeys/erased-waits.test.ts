import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { loadAssembly } from '../../local/assembly/load.ts';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import type { Applied, Candidate } from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const reasons = [{ code: 'experience', task: 'advising customers', shown: 'experience at a till' }];

describe('a candidate who asks to be erased', () => {
  let fresh: Fresh;
  let stage: Stage;
  beforeAll(async () => {
    fresh = await cloudAt('2026-03-03T14:05:00Z');
    stage = new Stage(fresh.siteUrl);
  });

  /** Every item of the table, as text, but the answers to requests, which say nothing and are gone after a day. */
  async function items(): Promise<string[]> {
    const options = { endpoint: fresh.cloud.awsUrl, region: 'us-east-1', credentials };
    const client = DynamoDBDocumentClient.from(new DynamoDBClient(options));
    const TableName = loadAssembly(inject('assembly')).tables[0]?.name;
    const found: string[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName, ...(from && { ExclusiveStartKey: from }) }),
      );
      const lasting = (page.Items ?? []).filter(({ sk }) => sk !== 'IDEMPOTENCY');
      found.push(...lasting.map((item) => JSON.stringify(item)));
      from = page.LastEvaluatedKey;
    } while (from);
    return found;
  }

  const heardBy = async (email: string) =>
    (await stage.mails()).filter(({ to }) => to.includes(email)).map(({ tags }) => tags['message']);

  const shortlisted = async (who: Candidate): Promise<Applied> => {
    const applied = await people.apply(stage, who);
    await stage.advance({ by: 'PT1H' });
    await people.decide(stage, applied, { outcome: 'shortlisted' });
    await stage.advance({ by: 'PT20M' });
    return applied;
  };
  const scheduled = async (who: Candidate) => {
    const applied = await shortlisted(who);
    const start = new Date(Date.parse(await stage.now()) + 2 * 86_400_000).toISOString();
    return { applied, ...(await people.schedule(stage, applied, start)) };
  };
  const interviewed = async (who: Candidate) => {
    const { applied, interviewId, endsAt } = await scheduled(who);
    await stage.advance({ to: endsAt });
    await stage.advance({ by: 'PT5H' });
    return { applied, interviewId };
  };
  const declined = async (who: Candidate): Promise<Applied> => {
    const applied = await people.apply(stage, who);
    await stage.advance({ by: 'PT1H' });
    await people.decide(stage, applied, { outcome: 'declined', reasons });
    await stage.advance({ by: 'PT20M' });
    return applied;
  };
  /** What takes days goes by while others are erased: these were declined before the first of them. */
  const patient = ['with a code not used', 'after the one question', 'when all is over'];
  const before = new Map<string, Applied>();
  const declinedBefore = ({ email }: Candidate): Applied => {
    const applied = before.get(email);
    if (!applied) throw new Error(`${email} has not applied`);
    return applied;
  };
  const mailed = async (message: string, { email }: Candidate): Promise<void> => {
    for (let halves = 0; halves < 20; halves += 1) {
      if ((await heardBy(email)).includes(message)) return;
      await stage.advance({ by: 'PT12H' });
    }
    throw new Error(`${message} was never sent`);
  };

  const waits: Record<string, (who: Candidate) => Promise<Applied>> = {
    'in the second they apply': (who) => people.apply(stage, who),
    'while a decision can still be undone': async (who) => {
      const applied = await people.apply(stage, who);
      await stage.advance({ by: 'PT1H' });
      await people.decide(stage, applied, { outcome: 'declined', reasons });
      return applied;
    },
    'while a date for the interview is looked for': shortlisted,
    'before the interview': async (who) => (await scheduled(who)).applied,
    'while interviewers are asked': async (who) => (await interviewed(who)).applied,
    'with a code not used': async (who) => {
      const applied = declinedBefore(who);
      await mailed('loyalty-offer', who);
      return applied;
    },
    'while the lead is asked to approve': async (who) => {
      const { applied } = await interviewed(who);
      for (const interviewer of ['tom-becker', 'lin-zhao'])
        await people.giveFeedback(stage, interviewer, `${interviewer.replace('-', '.')}@shopwithus.example`);
      await stage.advance({ by: 'PT1H' });
      return applied;
    },
    'with a question open': async (who) => {
      const applied = await people.apply(stage, who);
      await stage.advance({ by: 'PT1H' });
      const path = '/api/candidate/questions';
      const { token } = applied;
      await stage.call('POST', path, { token, body: { wants: 'answer', text: `${who.name} asks` } });
      await stage.advance({ by: 'PT1H' });
      return applied;
    },
    'in the pause before the thank-you': declined,
    'after the one question': async (who) => {
      const applied = declinedBefore(who);
      await mailed('survey', who);
      await stage.call('POST', '/api/candidate/survey', {
        token: applied.token,
        body: { score: 9, word: `${who.name} was here` },
      });
      return applied;
    },
    'after they withdrew': async (who) => {
      const applied = await shortlisted(who);
      await people.withdraw(stage, who, applied);
      await stage.advance({ by: 'PT1H' });
      return applied;
    },
    'when all is over': async (who) => {
      const applied = declinedBefore(who);
      await mailed('survey', who);
      await stage.advance({ by: 'P1D' });
      expect((await people.view(stage, applied)).application.stage).toBe('closed');
      return applied;
    },
  };

  const moments = Object.entries(waits).map(([when, reach], index) => {
    const firstName = `Zoë${'abcdefghijkl'.charAt(index)}`;
    const who = { name: `${firstName} Quince`, email: `quince${index}@example.com` };
    return { when, reach, firstName, who };
  });
  beforeAll(async () => {
    for (const { when, who } of moments)
      if (patient.includes(when)) before.set(who.email, await declined(who));
  });

  const gone: { name: string; email: string; applicationId: string; heard: number }[] = [];

  test.each(moments)('$when, leaves nothing, and hears one word', async ({ reach, firstName, who }) => {
    const { applicationId, token } = await reach(who);
    const { length } = await heardBy(who.email);
    const erase = () => stage.call('POST', '/api/candidate/erasure', { token, body: {} });
    await Promise.all([erase(), erase()]);
    await stage.advance({ by: 'PT1M' });

    const left = (await items()).filter((item) =>
      [applicationId, firstName, who.email].some((trace) => item.includes(trace)),
    );
    expect(left.map((item) => /"type":"(\w+)"/.exec(item)?.[1] ?? item)).toEqual(['ApplicationErased']);
    const since = (await heardBy(who.email)).slice(length);
    // The acknowledgement may have been on its way when they asked: then it comes before.
    expect(since.filter((message) => message !== 'acknowledgement')).toEqual(['erasure-confirmed']);
    expect(since.at(-1)).toBe('erasure-confirmed');
    const running = fresh.cloud
      .executions()
      .filter((one) => one.name.includes(applicationId) && one.status === 'RUNNING');
    expect(running).toEqual([]);
    gone.push({ ...who, applicationId, heard: length + since.length });
  });

  test('is then heard of by nobody, in ten days', async () => {
    const { length } = await stage.mails();
    await stage.advance({ by: 'P10D' });
    expect(await stage.mails()).toHaveLength(length);
    const left = await items();
    for (const { email, applicationId, heard } of gone) {
      expect(await heardBy(email)).toHaveLength(heard);
      expect(left.filter((item) => item.includes(applicationId))).toHaveLength(1);
      expect(JSON.stringify(fresh.cloud.deadLetters())).not.toContain(applicationId);
    }
    expect(gone).toHaveLength(moments.length);
    expect(fresh.cloud.denials()).toEqual([]);
  });
});
