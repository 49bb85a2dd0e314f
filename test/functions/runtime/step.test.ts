import {
  InternalServerError,
  ProvisionedThroughputExceededException,
  ResourceNotFoundException,
  TransactionConflictException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { KMSInvalidStateException } from '@aws-sdk/client-kms';
import { SFNServiceException } from '@aws-sdk/client-sfn';
import { beforeEach, expect, it, vi } from 'vitest';
import { Contended, NotFound } from '../../../domain/steps/errors.ts';
import { NotCommitted } from '../../../functions/adapters/store/table.ts';
import { step } from '../../../functions/runtime/step.ts';
import { lambdaContext } from './api-event.ts';

let failWith: unknown;
const handler = step({
  name: 'screen-application',
  services: () => undefined,
  run: () => Promise.reject(failWith),
});
const input = { applicationId: '01KDVDNA00K641QW9P9RW517XD', at: '2026-03-02T09:00:00.250Z' };

/** The name of the error by which a machine chooses what follows. */
async function nameOf(error: unknown): Promise<string> {
  failWith = error;
  return handler(input, lambdaContext).then(
    () => 'none',
    (thrown: unknown) => (thrown instanceof Error ? thrown.name : String(thrown)),
  );
}

const said = { $metadata: {}, message: 'Julia Stone, said the service' };
const failed = (httpStatusCode: number) => ({ ...said, $metadata: { httpStatusCode } });
const network = (code: string) => Object.assign(new Error('no answer'), { code });

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});

it.each([
  new TransactionConflictException(said),
  new ProvisionedThroughputExceededException(said),
  new TransactionInProgressException(said),
  new InternalServerError(failed(500)),
  new SFNServiceException({ ...failed(400), name: 'ThrottlingException', $fault: 'client' }),
  new SFNServiceException({ ...failed(503), name: 'ServiceUnavailable', $fault: 'server' }),
  network('ECONNRESET'),
  network('EAI_AGAIN'),
  Object.assign(new Error('no answer'), { name: 'TimeoutError' }),
  new NotCommitted(['None', 'TransactionConflict']),
  new NotCommitted(['ThrottlingError', 'None']),
])('trouble of AWS has one name for the machines: %s', async (error) => {
  expect(await nameOf(error)).toBe('Unavailable');
});

it.each([
  [new Contended('the gate'), 'Contended'],
  [new NotFound('the gate'), 'NotFound'],
  [new RangeError('a bug'), 'RangeError'],
  [new ResourceNotFoundException(failed(400)), 'ResourceNotFoundException'],
  [new KMSInvalidStateException(failed(400)), 'KMSInvalidStateException'],
  [new NotCommitted(['ConditionalCheckFailed', 'TransactionConflict']), 'NotCommitted'],
  [new NotCommitted(['ValidationError', 'None']), 'NotCommitted'],
])('what comes again however often one tries keeps its own: %s', async (error, name) => {
  expect(await nameOf(error)).toBe(name);
});

it('what the service said does not reach the machine', async () => {
  failWith = new TransactionConflictException(said);
  await expect(handler(input, lambdaContext)).rejects.toThrow(/^a service was not available: Transaction/);
});

it('whoever works until the last moment is not ended before it', async () => {
  const late = step({
    name: 'screen-application',
    services: () => undefined,
    run: async () => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      return { meetsAllCriteria: true };
    },
  });
  const context = { ...lambdaContext, getRemainingTimeInMillis: () => 10 };
  await expect(late(input, context)).resolves.toBeDefined();
});
