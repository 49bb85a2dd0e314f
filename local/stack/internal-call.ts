import * as z from 'zod';
import { parseJson, type Json } from '../assembly/json.ts';
import type { Iam } from '../endpoint/iam.ts';
import type { AwsService, Caller } from '../service.ts';

/** A service refused a call that one of its neighbours made. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall';
  /** Error code of the service, e.g. `ExecutionAlreadyExists`. */
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const errorBody = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
});

/** The caller that stands for AWS itself: it may do everything. */
export const controlPlane: Caller = { name: 'local', roleArn: undefined };

/**
 * Calls a service of the JSON protocol inside the process, under the caller's role. `target` is e.g.
 * `DynamoDB_20120810.PutItem`. Throws RefusedCall for an error of the service or a missing permission.
 */
export async function internalCall(
  service: AwsService,
  iam: Iam,
  caller: Caller,
  target: string,
  input: unknown,
): Promise<Json> {
  const request = {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify(input)),
    caller,
  };
  const denial = await iam.refuse(caller, service.permissions(request));
  if (denial !== undefined) throw new RefusedCall('AccessDeniedException', denial.message, 400);
  const { status, body } = await service.handle(request);
  const output = parseJson(body.toString('utf8'));
  if (status === 200) return output;
  const error = errorBody.parse(output);
  throw new RefusedCall(error.__type.replace(/^.*#/, ''), error.message ?? error.Message ?? '', status);
}
