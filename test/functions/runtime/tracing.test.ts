import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { traced } from '../../../functions/runtime/tracing.ts';
import { lambdaContext } from './api-event.ts';

/** What X-Ray's daemon is sent: a header line, then the subsegment. */
const sent = z.looseObject({
  name: z.string(),
  trace_id: z.string(),
  parent_id: z.string(),
  annotations: z.looseObject({ ColdStart: z.boolean(), Service: z.string() }),
  error: z.boolean().default(false),
});
const daemon = createSocket('udp4');
const received: string[] = [];

beforeAll(async () => {
  daemon.on('message', (message) => received.push(message.toString().split('\n')[1] ?? ''));
  await new Promise<void>((resolve) => daemon.bind(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: '/var/task',
    POWERTOOLS_SERVICE_NAME: 'intake',
    POWERTOOLS_TRACER_CAPTURE_ERROR: 'false',
    _HANDLER: 'index.handler',
  });
});
beforeEach(() => void received.splice(0));
afterAll(() => daemon.close());

const traceOf = (last: string) => `1-5759e988-bd862e3fe1be46a99427279${last}`;

/** Calls as Lambda does: the trace stands in the environment before the handler runs. */
async function invoke(
  trace: { last: string; sampled: boolean },
  run: () => Promise<string> = () => Promise.resolve('done'),
): Promise<string> {
  const { last, sampled } = trace;
  process.env['_X_AMZN_TRACE_ID'] =
    `Root=${traceOf(last)};Parent=557abcec3ee5a04${last};Sampled=${sampled ? 1 : 0}`;
  return traced(run)({}, lambdaContext);
}

const segments = async (count: number) => {
  await expect.poll(() => received.length).toBe(count);
  return received.map((text) => sent.parse(JSON.parse(text)));
};

describe('an invocation', () => {
  it('that is not sampled leaves no trace', async () => {
    expect(await invoke({ last: '1', sampled: false })).toBe('done');
    await invoke({ last: '2', sampled: true });
    const [only] = await segments(1);
    expect(only?.trace_id).toBe(traceOf('2'));
  });

  it('that is sampled is recorded in its own trace, one after the other', async () => {
    await invoke({ last: '3', sampled: true });
    await invoke({ last: '4', sampled: true });
    const both = await segments(2);
    expect(both.map(({ trace_id, parent_id }) => [trace_id, parent_id])).toEqual([
      [traceOf('3'), '557abcec3ee5a043'],
      [traceOf('4'), '557abcec3ee5a044'],
    ]);
    expect(both.map(({ name }) => name)).toEqual(['## index.handler', '## index.handler']);
  });

  it('that fails is marked, and its text stays here', async () => {
    const failing = invoke({ last: '5', sampled: true }, () =>
      Promise.reject(new Error('julia@example.com typed this')),
    );
    await expect(failing).rejects.toThrow('julia@example.com typed this');
    const [failed] = await segments(1);
    expect(failed?.error).toBe(true);
    expect(received[0]).not.toContain('typed this');
  });
});
