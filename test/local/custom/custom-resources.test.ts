import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { CustomResources } from '../../../local/custom/custom-resources.ts';
import type { InvokeResult } from '../../../local/lambda/sandbox.ts';

const resource = {
  logicalId: 'Setup',
  type: 'Custom::Setup',
  serviceToken: 'arn:function',
  properties: { ServiceToken: 'arn:function', Revision: '1' },
};
const done: InvokeResult = { payload: 'null', functionError: undefined };

interface Event {
  readonly RequestType: string;
  readonly ResponseURL: string;
  readonly [name: string]: unknown;
}

let db: DatabaseSync;
let events: Event[];
let reported: string[];

/** Custom resources whose function answers with `answer` at the address it is given. */
function resources(answer: object | undefined, result: InvokeResult = done): CustomResources {
  const custom: CustomResources = new CustomResources({
    db,
    stackName: 'Some',
    awsUrl: 'http://127.0.0.1:1',
    invoke: async (_arn, payload) => {
      const event = JSON.parse(payload) as Event;
      events.push(event);
      if (answer !== undefined) {
        const path = new URL(event.ResponseURL).pathname;
        const body = Buffer.from(JSON.stringify(answer));
        custom.receive({ method: 'PUT', path, query: new URLSearchParams(), headers: {}, body });
      }
      return result;
    },
    report: (line) => void reported.push(line),
  });
  return custom;
}

const success = { Status: 'SUCCESS', PhysicalResourceId: 'it' };

beforeEach(() => {
  db = new DatabaseSync(':memory:');
  events = [];
  reported = [];
});

test('is created once, and updated when its properties change', async () => {
  await resources(success).deploy([resource]);
  await resources(success).deploy([resource]);
  await resources(success).deploy([{ ...resource, properties: { ...resource.properties, Revision: '2' } }]);
  expect(events).toMatchObject([
    { RequestType: 'Create', ResourceProperties: { Revision: '1' }, LogicalResourceId: 'Setup' },
    {
      RequestType: 'Update',
      PhysicalResourceId: 'it',
      ResourceProperties: { Revision: '2' },
      OldResourceProperties: { Revision: '1' },
    },
  ]);
});

test.each<[string, object | undefined, InvokeResult, RegExp]>([
  [
    'says that it failed',
    { Status: 'FAILED', Reason: 'no table' },
    done,
    /Setup \(Custom::Setup\) failed: no table/,
  ],
  [
    'throws',
    undefined,
    { payload: '{"errorMessage":"broken"}', functionError: 'Unhandled' },
    /Setup .* failed: .*broken/,
  ],
  ['never answers', undefined, done, /Setup .*: its function ended without an answer/],
])(
  'stops the start when its function %s, and is tried again at the next',
  async (_name, answer, result, message) => {
    await expect(resources(answer, result).deploy([resource])).rejects.toThrow(message);
    await resources(success).deploy([resource]);
    expect(events.map(({ RequestType }) => RequestType)).toEqual(['Create', 'Create']);
  },
);

test('takes nothing but answers', () => {
  const request = {
    method: 'GET',
    path: '/',
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.alloc(0),
  };
  expect(resources(success).receive(request)).toBeUndefined();
});

test('goes on as it was when an update is refused, and is asked again at the next start', async () => {
  await resources(success).deploy([resource]);
  const changed = { ...resource, properties: { ...resource.properties, Revision: '2' } };
  const refusal = { Status: 'FAILED', Reason: 'somebody published another version' };
  await resources(refusal).deploy([changed]);
  expect(reported).toEqual(['not updated: Setup (Custom::Setup) failed: somebody published another version']);
  await resources(success).deploy([changed]);
  expect(events.map(({ RequestType }) => RequestType)).toEqual(['Create', 'Update', 'Update']);
});
