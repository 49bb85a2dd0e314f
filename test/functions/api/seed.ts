import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { job } from '../../../domain/jobs/job.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { settings } from '../../../domain/settings/settings.ts';
import { jobWrite } from '../../../functions/adapters/store/jobs.ts';
import { keys, published } from '../../../functions/adapters/store/keys.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import type { Table } from '../../../functions/adapters/store/table.ts';
import defaults from '../../../workflows/settings.json' with { type: 'json' };

const at = '2026-01-05T09:00:00.000Z';

/** Publishes the default settings, as a deployment does. */
export async function seedSettings(table: Table): Promise<void> {
  const items = [
    {
      ...keys.revision(published.settings, 1),
      revision: 1,
      at,
      author: 'deployment',
      note: 'defaults',
      hash: '0',
      content: settings.parse(defaults),
    },
    { ...keys.live(published.settings), revision: 1 },
  ];
  for (const Item of items) {
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  }
}

/** Opens a job with two criteria that asks for no résumé, unless told otherwise. */
export async function seedJob(table: Table, jobId: string, changes: Partial<Job> = {}): Promise<Job> {
  const seeded = job.parse({
    jobId,
    title: 'Sales assistant',
    location: 'Leeds',
    description: 'Help people find what they came for.',
    locale: 'en',
    criteria: [
      { id: 'weekends', question: 'Can you work at weekends?', text: 'works at weekends', expected: true },
      { id: 'till', question: 'Have you worked a till?', text: 'has worked a till', expected: true },
    ],
    resume: 'none',
    recruiter: 'ana-ruiz',
    backup: 'omar-haddad',
    lead: 'grace-okafor',
    interviewers: ['tom-becker'],
    status: 'open',
    version: 1,
    createdAt: at,
    updatedAt: at,
    ...changes,
  });
  await commit(table, [jobWrite(table, seeded)]);
  return seeded;
}
