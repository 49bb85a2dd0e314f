import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { letterLinkExpiry } from '../../../../domain/links/link.ts';
import { issueLink, verifyLink } from '../../../../functions/adapters/links.ts';
import type { Table } from '../../../../functions/adapters/store/table.ts';
import { routes } from '../../../../functions/api/intake/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { fakeLinks } from '../../adapters/fake-kms.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';

const siteUrl = 'https://jobs.example.com';
export const links = fakeLinks();

/** The intake's handler over a table; S3 is never called, for a form is signed without it. */
export function intakeOver(table: () => Table) {
  const client = new S3Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const handler = httpHandler({
    routes,
    services: () => ({
      table: table(),
      links,
      files: () => Promise.resolve({ client, bucket: 'resumes' }),
      siteUrl,
    }),
  });
  return (call: Parameters<typeof apiEvent>[0]) => handler(apiEvent(call), lambdaContext);
}

/** An application that fits the seeded job, from an address of its own. */
export function submissionOf(jobId: string, email: string, changes: object = {}) {
  return {
    jobId,
    candidate: { name: 'Julia Martin', email, phone: '+44 7700 900123' },
    answers: { weekends: true, till: false },
    interests: ['books'],
    ...changes,
  };
}

/** Which kind of link a status address is, seen from the inside. */
export async function purposeOf(statusUrl: string, at: string): Promise<'receipt' | 'visitor' | 'neither'> {
  const token = new URL(statusUrl).hash.slice(1);
  for (const purpose of ['receipt', 'visitor'] as const) {
    try {
      await verifyLink(links, purpose, token, at);
      return purpose;
    } catch {
      continue;
    }
  }
  return 'neither';
}

/** The key of the link that a mail brings to the address of an application, as no answer to the form does. */
export const mailedKey = (applicationId: string, at: string): Promise<string> =>
  issueLink(links, 'candidate', applicationId, letterLinkExpiry(at));

export async function itemsOf(table: Table, pk: string): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  );
  return Items;
}

export async function applicationsFor(table: Table, jobId: string): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await table.client.send(
    new ScanCommand({
      TableName: table.name,
      FilterExpression: 'sk = :sk AND jobId = :job',
      ExpressionAttributeValues: { ':sk': 'APP', ':job': jobId },
    }),
  );
  return Items;
}
