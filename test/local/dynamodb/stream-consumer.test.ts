import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { Activity } from '../../../local/activity.ts';
import type { StreamMappingModel } from '../../../local/assembly/model.ts';
import { Checkpoints } from '../../../local/dynamodb/checkpoint.ts';
import { StreamConsumer } from '../../../local/dynamodb/stream-consumer.ts';
import type { Chunk, Position, StreamRecord } from '../../../local/dynamodb/stream-reader.ts';
import type { InvokeResult } from '../../../local/lambda/sandbox.ts';

const start = Date.parse('2026-03-02T09:00:00Z');
const mapping: StreamMappingModel = {
  id: 'mapping',
  streamArn: 'arn:stream',
  functionArn: 'arn:function',
  batchSize: 10,
  filters: [],
  bisectOnError: false,
  maximumRetries: 2,
  maximumAgeSeconds: undefined,
  reportsItemFailures: false,
  failureArn: 'arn:queue',
};

/** Answers with its records after a position; sequence numbers are 1, 2, 3, … */
class Stream {
  readonly records: StreamRecord[] = [];

  write(eventName: string): void {
    const SequenceNumber = String(this.records.length + 1);
    this.records.push({ eventName, dynamodb: { SequenceNumber, StreamViewType: 'NEW_IMAGE' } });
  }

  async after(position: Position | undefined, limit: number): Promise<Chunk> {
    const from = Number(position?.sequence ?? 0);
    return { shardId: 'shard', records: this.records.slice(from, from + limit) };
  }
}

let now: number;
let db: DatabaseSync;
let stream: Stream;
let activity: Activity;
let invoked: string[];
let dead: string[];

function consumer(
  changes: Partial<StreamMappingModel> = {},
  handler: (records: StreamRecord[]) => InvokeResult = () => ({ payload: 'null', functionError: undefined }),
): StreamConsumer {
  return new StreamConsumer({
    mapping: { ...mapping, ...changes },
    reader: stream,
    checkpoints: new Checkpoints(db),
    clock: { now: () => now },
    activity,
    invoke: async (_arn, payload) => {
      const { Records } = JSON.parse(payload) as { Records: StreamRecord[] };
      invoked.push(Records.map(({ dynamodb }) => dynamodb.SequenceNumber).join(','));
      return handler(Records);
    },
    deadLetter: async (_queue, body) => void dead.push(body),
    report: () => undefined,
  });
}

const failed: InvokeResult = { payload: '{"errorMessage":"no"}', functionError: 'Unhandled' };
const includes = (records: StreamRecord[], sequence: string): boolean =>
  records.some(({ dynamodb }) => dynamodb.SequenceNumber === sequence);

async function deliver(to: StreamConsumer): Promise<void> {
  to.wake();
  await activity.settled();
}

/** Lets the virtual clock pass every retry. */
async function retryAll(to: StreamConsumer): Promise<void> {
  for (let due = to.nextDue(); due !== undefined; due = to.nextDue()) {
    now = due;
    await to.runDue(now);
    await activity.settled();
  }
}

beforeEach(() => {
  now = start;
  db = new DatabaseSync(':memory:');
  stream = new Stream();
  activity = new Activity();
  [invoked, dead] = [[], []];
  for (const name of ['INSERT', 'INSERT', 'MODIFY', 'INSERT']) stream.write(name);
});

describe('records of a stream', () => {
  test('come in order, once, in batches of the size asked for', async () => {
    const consumes = consumer({ batchSize: 3 });
    await deliver(consumes);
    await deliver(consumes);
    expect(invoked).toEqual(['1,2,3', '4']);
  });

  test('are filtered, and what is filtered out is not read again', async () => {
    const consumes = consumer({ filters: [{ eventName: ['INSERT'] }] });
    await deliver(consumes);
    await deliver(consumes);
    expect(invoked).toEqual(['1,2,4']);
  });

  test('go on after a restart behind the last one delivered', async () => {
    await deliver(consumer());
    stream.write('INSERT');
    await deliver(consumer());
    expect(invoked).toEqual(['1,2,3,4', '5']);
  });
});

describe('a function that fails', () => {
  test('is tried again on the virtual clock, then the batch goes to the failure destination', async () => {
    const consumes = consumer({}, () => failed);
    await deliver(consumes);
    expect(consumes.nextDue()).toBe(start + 1_000);
    await retryAll(consumes);
    expect(invoked).toEqual(['1,2,3,4', '1,2,3,4', '1,2,3,4']);
    expect(dead.map((body) => JSON.parse(body).DDBStreamBatchInfo)).toMatchObject([
      { startSequenceNumber: '1', endSequenceNumber: '4', batchSize: 4 },
    ]);
  });

  test('keeps its count of tries through a restart', async () => {
    await deliver(consumer({}, () => failed));
    const restarted = consumer({}, () => failed);
    expect(restarted.nextDue()).toBe(start + 1_000);
    await retryAll(restarted);
    expect(invoked).toHaveLength(3);
  });

  test('has its batch halved until the bad record stands alone; the others get through', async () => {
    const consumes = consumer({ bisectOnError: true }, (records) =>
      includes(records, '3') ? failed : { payload: 'null', functionError: undefined },
    );
    await deliver(consumes);
    await retryAll(consumes);
    expect(invoked).toEqual(['1,2,3,4', '1,2', '3,4', '3', '3', '3', '4']);
    expect(dead.map((body) => JSON.parse(body).DDBStreamBatchInfo.startSequenceNumber)).toEqual(['3']);
  });

  test('goes on from the first record it reports as failed', async () => {
    let reported = false;
    const consumes = consumer({ reportsItemFailures: true }, () => {
      const batchItemFailures = reported ? [] : [{ itemIdentifier: '3' }];
      reported = true;
      return { payload: JSON.stringify({ batchItemFailures }), functionError: undefined };
    });
    await deliver(consumes);
    await retryAll(consumes);
    expect(invoked).toEqual(['1,2,3,4', '3,4']);
    expect(dead).toEqual([]);
  });

  test('is given up when the record is too old, however many tries are left', async () => {
    const consumes = consumer({ maximumRetries: undefined, maximumAgeSeconds: 60 }, () => failed);
    await deliver(consumes);
    await retryAll(consumes);
    expect(now - start).toBeGreaterThanOrEqual(60_000);
    expect(dead).toHaveLength(1);
  });
});
