import type { DatabaseSync } from 'node:sqlite';
import type { Model, StreamMappingModel } from '../assembly/model.ts';
import { Checkpoints } from '../dynamodb/checkpoint.ts';
import type { DynamoDbClient } from '../dynamodb/client.ts';
import { StreamConsumer } from '../dynamodb/stream-consumer.ts';
import { StreamFeed } from '../dynamodb/stream-feed.ts';
import { StreamReader } from '../dynamodb/stream-reader.ts';
import type { Clock } from '../service.ts';
import type { Services } from './services.ts';

export interface StreamsOptions {
  readonly model: Model;
  readonly db: DatabaseSync;
  readonly clock: Clock;
  readonly client: DynamoDbClient;
  readonly services: Services;
  /** Name of each table and the ARN of its stream as the local DynamoDB calls it. */
  readonly localStreams: ReadonlyMap<string, string>;
  readonly report: (fault: string) => void;
}

const READ_STREAM = ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'];

/** A mapping reads its stream with the function's role: without the permission it could not be deployed. */
async function checkAccess(
  { model, services }: StreamsOptions,
  mapping: StreamMappingModel,
): Promise<string> {
  const fn = model.functions.find(({ arn }) => arn === mapping.functionArn);
  if (fn === undefined) throw new Error(`no function ${mapping.functionArn}`);
  const permissions = READ_STREAM.map((action) => ({ action, resource: mapping.streamArn }));
  const denial = await services.iam.refuse(fn, permissions);
  if (denial !== undefined) throw new Error(`the event source mapping of ${fn.logicalId}: ${denial.message}`);
  return fn.roleArn;
}

/** The consumers of all event source mappings, and the streams that they follow. */
export interface Streams {
  readonly consumers: readonly StreamConsumer[];
  /** Sets out to deliver what is there; called after every write. */
  readonly wake: () => void;
}

/** Starts nothing yet. Throws when a role may not read its stream. */
export async function createStreams(options: StreamsOptions): Promise<Streams> {
  const { model, db, clock, client, services, localStreams, report } = options;
  const checkpoints = new Checkpoints(db);
  const consumers: StreamConsumer[] = [];
  const feeds = new Map<string, StreamFeed>();
  for (const mapping of model.streamMappings) {
    const roleArn = await checkAccess(options, mapping);
    const table = model.tables.find(({ streamArn }) => streamArn === mapping.streamArn);
    const localArn = localStreams.get(table?.name ?? '');
    if (localArn === undefined) throw new Error(`no table of the stack has the stream ${mapping.streamArn}`);
    const feed = feeds.get(localArn) ?? new StreamFeed(new StreamReader(client, localArn));
    feeds.set(localArn, feed);
    consumers.push(
      new StreamConsumer({
        mapping,
        reader: feed,
        checkpoints,
        clock,
        activity: services.activity,
        invoke: (functionArn, payload) => services.lambda.invoke(functionArn, payload),
        deadLetter: async (queueArn, body, reason) => {
          const permission = { action: 'sqs:SendMessage', resource: queueArn };
          const denial = await services.iam.refuse({ name: 'stream', roleArn }, [permission]);
          if (denial === undefined) services.deadLetters.send(queueArn, body, reason);
        },
        report,
      }),
    );
  }
  const wake = (): void => {
    for (const feed of feeds.values()) feed.written();
    for (const consumer of consumers) consumer.wake();
  };
  return { consumers, wake };
}
