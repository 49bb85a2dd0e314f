import { join } from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { ulid } from 'ulid';
import { beforeAll, beforeEach } from 'vitest';
import { applied } from '../../../domain/people/person.ts';
import type { Eraser } from '../../../functions/adapters/erasing.ts';
import type { Each } from '../../../functions/adapters/forgetting.ts';
import { beginErasure } from '../../../functions/adapters/store/erasures.ts';
import { findPerson, personWrite } from '../../../functions/adapters/store/people.ts';
import { partsOf, publishTemplates } from '../../../functions/adapters/store/template-publishing.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { raiseTask } from '../../../functions/adapters/store/tasks.ts';
import { buildTemplates } from '../../../tools/build-templates.ts';
import { useTable } from '../dynamodb.ts';
import { seedApplication, seedGate } from '../api/applications.ts';
import { seedJob, seedSettings } from '../api/seed.ts';

const jobId = 'sales-assistant-leeds';
export const at = '2026-03-05T09:00:00.000Z';
export const later = '2026-03-05T15:00:00.000Z';
export const resumeKey = 'quarantine/01JNBZ3V4W5X6Y7Z8A9B0C1D2E';

type Work = (eraser: Eraser, at: string, each: Each, isTimeLeft: () => boolean) => Promise<unknown>;

/** What the tests of a file about erasing share: a table with people in it, and services that take everything. */
export function useErasures() {
  const table = useTable();
  const s3 = new S3Client({ region: 'us-east-1' });
  const files = mockClient(s3);
  const ses = new SESv2Client({ region: 'us-east-1' });
  const mail = mockClient(ses);
  const sfn = new SFNClient({ region: 'us-east-1' });
  const machines = mockClient(sfn);

  const eraser = (): Eraser => ({
    table: table(),
    files: { client: s3, bucket: 'resumes' },
    machines: {
      client: sfn,
      journeyAlias: 'arn:aws:states:us-east-1:123456789012:stateMachine:prod-candidate-journey:live',
      callbackAlias: 'arn:aws:states:us-east-1:123456789012:stateMachine:prod-callback-request:live',
    },
    post: {
      mailer: { client: ses, configurationSet: 'prod' },
      from: 'careers@shop.example',
      replyTo: 'people@shop.example',
    },
  });

  /** Counts what a run takes on, and lets its failures through. */
  async function run(work: Work, when: string): Promise<number> {
    let taken = 0;
    const each: Each = async (_applicationId, one) => {
      taken += 1;
      await one();
      return true;
    };
    await work(eraser(), when, each, () => true);
    return taken;
  }

  /** Everything of the table whose text holds a word. */
  async function holding(word: string): Promise<unknown[]> {
    const { Items = [] } = await table().client.send(new ScanCommand({ TableName: table().name }));
    return Items.filter((item) => JSON.stringify(item).includes(word));
  }

  let people = 0;

  /** An applicant with a name of their own, as the table holds them, and what colleagues have to do about them. */
  async function applicant(
    changes: {
      personHash?: string;
      submittedAt?: string;
      stage?: 'closed';
      outcome?: 'withdrawn';
    } = {},
  ) {
    people += 1;
    const name = `Julia${people}`;
    const personHash = changes.personHash ?? `hash${people}`;
    const submittedAt = changes.submittedAt ?? `2026-03-0${1 + (people % 4)}T09:00:00.000Z`;
    const applicationId = ulid(Date.parse(submittedAt));
    const email = `${name}@example.com`.toLowerCase();
    const seeded = await seedApplication(table(), applicationId, jobId, {
      personHash,
      submittedAt,
      resumeKey,
      candidate: { name: `${name} Stone`, email },
      ...(changes.stage && { stage: changes.stage, outcome: 'declined', closedAt: submittedAt }),
      ...(changes.outcome && { stage: 'closed', outcome: changes.outcome, closedAt: submittedAt }),
    });
    const Item = {
      pk: `APP#${applicationId}`,
      sk: 'APP',
      gsi2pk: `PERSON#${personHash}`,
      gsi2sk: `APP#${submittedAt}`,
      ...seeded,
    };
    await table().client.send(new PutCommand({ TableName: table().name, Item }));
    if (!(await findPerson(table(), personHash))) {
      const known = {
        personHash,
        email,
        name,
        locale: 'en',
        interests: [],
        at,
        consentTo: 'offers-2026',
      } as const;
      await commit(table(), [personWrite(table(), applied(undefined, known))]);
    }
    await seedGate(table(), applicationId, 'shortlist', '1');
    await raiseTask(table(), {
      applicationId,
      task: 'welcome-call',
      subject: '1',
      due: at,
      owner: 'ana-ruiz',
      at,
    });
    return { applicationId, personHash, email, name, submittedAt };
  }

  async function asked(applicationId: string, reason: 'asked' | 'retention' = 'asked') {
    const begun = await beginErasure(table(), applicationId, { reason, confirms: reason === 'asked', at });
    if (!begun) throw new Error('nothing to erase');
    return begun;
  }

  const confirmations = (email: string) =>
    mail
      .commandCalls(SendEmailCommand)
      .filter(({ args: [{ input }] }) => input.Destination?.ToAddresses?.includes(email));

  beforeAll(async () => {
    await seedSettings(table());
    await seedJob(table(), jobId);
    const catalogue = await buildTemplates(join(import.meta.dirname, '..', '..', '..'));
    await publishTemplates(table(), partsOf(catalogue), { author: 'test', note: 'test' });
  });
  beforeEach(() => {
    files.reset();
    files.on(ListObjectsV2Command).resolves({ Contents: [] });
    mail.reset();
    mail.on(SendEmailCommand).resolves({ MessageId: 'ses-1' });
    machines.reset();
    machines.on(StopExecutionCommand).resolves({});
  });
  return { table, files, mail, machines, eraser, run, holding, applicant, asked, confirmations };
}
