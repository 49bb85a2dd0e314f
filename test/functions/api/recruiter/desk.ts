import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { ulid } from 'ulid';
import { beforeAll, beforeEach } from 'vitest';
import type * as z from 'zod';
import type { Endpoint } from '../../../../domain/api/endpoint.ts';
import { problem } from '../../../../domain/api/problem.ts';
import { gateView } from '../../../../domain/application/gate.ts';
import { routes } from '../../../../functions/api/recruiter/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedApplication } from '../applications.ts';
import { seedJob, seedSettings } from '../seed.ts';

/** Ana is the recruiter of the job, Omar her backup, Grace its lead; Tom belongs to no job. */
const groups: Record<string, string> = {
  'ana-ruiz': 'recruiter',
  'omar-haddad': 'recruiter',
  'grace-okafor': 'lead',
  'tom-becker': 'recruiter',
  'zoe-admin': 'admin,recruiter',
};

interface Ask {
  readonly as?: string;
  readonly body?: unknown;
  readonly query?: Record<string, string[]>;
  readonly at?: string;
}

const jobId = 'sales-assistant-leeds';

/** The staff's API on a real table, with settings and a job; each test takes an application of its own. */
export function useDesk() {
  const table = useTable();
  const workflows = new SFNClient({ region: 'us-east-1' });
  const sfn = mockClient(workflows);
  const handler = httpHandler({
    routes,
    services: () => ({ table: table(), workflows, siteUrl: 'https://jobs.example' }),
  });

  beforeAll(async () => {
    await seedSettings(table());
    await seedJob(table(), jobId);
  });
  beforeEach(() => {
    sfn.reset();
    sfn.on(SendTaskSuccessCommand).resolves({});
  });

  const send = (method: string, path: string, { as = 'ana-ruiz', ...call }: Ask) =>
    handler(
      apiEvent({
        method,
        path,
        claims: { 'cognito:username': as, 'cognito:groups': groups[as] ?? '' },
        ...call,
      }),
      lambdaContext,
    );

  return {
    table,
    sfn,
    send,
    /** A fresh application of Julia's. */
    anApplication: async (changes: Parameters<typeof seedApplication>[3] = {}): Promise<string> => {
      const id = ulid();
      await seedApplication(table(), id, jobId, changes);
      return id;
    },
    /** The answer of an endpoint, parsed by its contract; anything but its status fails the test. */
    ask: async <Body extends z.ZodType>(
      { method, reply }: Pick<Endpoint, 'method'> & { reply: { status: number; body: Body } },
      path: string,
      call: Ask = {},
    ): Promise<z.output<Body>> => {
      const { statusCode, body } = await send(method, path, call);
      if (statusCode !== reply.status) throw new Error(`${statusCode}: ${body}`);
      return reply.body.parse(JSON.parse(body));
    },
    /** What a refused call is told. */
    refusal: async (method: string, path: string, call: Ask = {}) => {
      const { statusCode, body } = await send(method, path, call);
      const { detail, errors } = problem.parse(JSON.parse(body));
      return { status: statusCode, detail, fields: errors?.map(({ field }) => field) };
    },
    /** What the machines that were woken were told, in order. */
    woken: () =>
      sfn.commandCalls(SendTaskSuccessCommand).map(({ args: [{ input }] }) => ({
        token: input.taskToken,
        gate: gateView.parse(JSON.parse(input.output ?? '')),
      })),
  };
}
