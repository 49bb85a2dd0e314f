import { DeleteObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import { expect, it } from 'vitest';
import { resumeKeyOf } from '../../../domain/api/intake/resume.ts';
import { deleteAbandoned } from '../../../functions/adapters/abandoned-uploads.ts';
import { erase } from '../../../functions/adapters/erasing.ts';
import { isHandedIn, handedInWrites } from '../../../functions/adapters/store/uploads.ts';
import { findApplication } from '../../../functions/adapters/store/applications.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { at, resumeKey, useErasures } from './erasures.ts';

const { table, files, eraser, applicant, asked } = useErasures();
const uploadedAt = (when: string) => resumeKeyOf(ulid(Date.parse(when)));
const deleted = () => files.commandCalls(DeleteObjectCommand).map(({ args: [{ input }] }) => input.Key);

/** Hands an upload in as the résumé of an application. */
async function handIn(upload: string) {
  const { applicationId } = await applicant();
  const application = await findApplication(table(), applicationId);
  if (!application) throw new Error('no application');
  await commit(table(), handedInWrites(table(), { ...application, resumeKey: upload }));
  return applicationId;
}

it('deletes what was uploaded two days ago and named by no application, page by page', async () => {
  const [first, handedIn, second, young] = [
    '2026-03-01T09:00:00.000Z',
    '2026-03-02T09:00:00.000Z',
    '2026-03-03T08:59:59.999Z',
    '2026-03-03T09:00:00.000Z',
  ].map(uploadedAt);
  await handIn(handedIn ?? '');
  files
    .on(ListObjectsV2Command)
    .resolvesOnce({ Contents: [{ Key: first }, { Key: handedIn }], NextContinuationToken: 'next' })
    .resolvesOnce({ Contents: [{ Key: second }, { Key: young }], NextContinuationToken: 'never' });
  await deleteAbandoned(eraser(), at);
  expect(deleted()).toEqual([first, second]);
  const listings = files.commandCalls(ListObjectsV2Command).map(({ args: [{ input }] }) => input);
  expect(listings).toMatchObject([
    { Prefix: 'quarantine/', StartAfter: expect.stringMatching(/^quarantine\/[0-9A-Z]{10}$/) },
    { ContinuationToken: 'next' },
  ]);
  expect(String(listings[0]?.StartAfter) < uploadedAt('2026-02-18T09:00:00.000Z')).toBe(true);
});

it('forgets with an application that its résumé was handed in', async () => {
  const id = await handIn(resumeKey);
  await erase(eraser(), await asked(id), at);
  expect(deleted()).toEqual([resumeKey]);
  expect(await isHandedIn(table(), resumeKey)).toBe(false);
});
