import { StatesError } from '../errors.ts';
import type { CallReply } from './call.ts';

type Refusal = Extract<CallReply, { ok: false }>;

/**
 * The error of a task whose call the service refused: `<prefix>.<Code>Exception`, with the SDK's account of it as
 * cause. `service` is the name in that account, e.g. `AWSLambda`; a refused permission carries it as error name.
 */
export function refused(prefix: string, service: string, reply: Refusal): StatesError {
  if (reply.code.startsWith('States.')) return new StatesError(reply.code, reply.message, { kind: 'task' });
  const code = reply.code === 'AccessDeniedException' ? service : reply.code;
  const request = reply.requestId ?? '00000000-0000-0000-0000-000000000000';
  const account = `Service: ${service}; Status Code: ${reply.statusCode}; Error Code: ${reply.code}; Request ID: ${request}; Proxy: null`;
  return new StatesError(
    `${prefix}.${code.replace(/Exception$/, '')}Exception`,
    `${reply.message} (${account})`,
    {
      kind: 'task',
    },
  );
}
