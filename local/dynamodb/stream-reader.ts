import * as z from 'zod';
import type { Json } from '../assembly/json.ts';
import { DynamoDbError, type DynamoDbClient } from './client.ts';

/** How far a consumer has read. */
export interface Position {
  readonly shardId: string;
  readonly sequence: string;
}

const record = z
  .looseObject({
    eventName: z.string(),
    dynamodb: z.looseObject({ SequenceNumber: z.string(), StreamViewType: z.string() }).catchall(z.json()),
  })
  .catchall(z.json());
export type StreamRecord = z.infer<typeof record>;

/** A record's place in its shard. */
export const sequenceOf = (one: StreamRecord): string => one.dynamodb.SequenceNumber;

const described = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const iterated = z.object({ ShardIterator: z.string() });
const fetched = z.object({ Records: z.array(record), NextShardIterator: z.string().nullish() });

/** Records as they lie in one shard. */
export interface Chunk {
  readonly shardId: string;
  readonly records: readonly StreamRecord[];
  /** Where the shard goes on; undefined when it ended. */
  readonly iterator?: string | undefined;
}

/** Reads one stream of the local DynamoDB, shard after shard. */
export class StreamReader {
  readonly #client: DynamoDbClient;
  readonly #streamArn: string;

  constructor(client: DynamoDbClient, streamArn: string) {
    this.#client = client;
    this.#streamArn = streamArn;
  }

  /** The next records after a position (from the beginning without one); empty when there are none yet. */
  async after(position: Position | undefined, limit: number): Promise<Chunk> {
    const { StreamDescription } = described.parse(await this.#call('DescribeStream', {}));
    const ids = StreamDescription.Shards.map(({ ShardId }) => ShardId);
    const first = position === undefined ? 0 : Math.max(ids.indexOf(position.shardId), 0);
    for (const shardId of ids.slice(first)) {
      const sequence = shardId === position?.shardId ? position.sequence : undefined;
      const iterator = await this.#iterator(shardId, sequence);
      const chunk = await this.next(shardId, iterator, limit);
      if (chunk.records.length > 0) return chunk;
    }
    return { shardId: position?.shardId ?? '', records: [] };
  }

  /** The next records at an iterator. Throws DynamoDbError when it is too old. */
  async next(shardId: string, iterator: string, limit: number): Promise<Chunk> {
    const input = { ShardIterator: iterator, Limit: limit };
    const { Records, NextShardIterator } = fetched.parse(
      await this.#client.call('DynamoDBStreams_20120810.GetRecords', input),
    );
    return { shardId, records: Records, iterator: NextShardIterator ?? undefined };
  }

  async #iterator(shardId: string, sequence: string | undefined): Promise<string> {
    const from = (ShardIteratorType: string, extra: { [key: string]: Json }): Promise<Json> =>
      this.#call('GetShardIterator', { ShardId: shardId, ShardIteratorType, ...extra });
    if (sequence === undefined) return iterated.parse(await from('TRIM_HORIZON', {})).ShardIterator;
    try {
      return iterated.parse(await from('AFTER_SEQUENCE_NUMBER', { SequenceNumber: sequence })).ShardIterator;
    } catch (error) {
      // A stream keeps a day; what was read before that leaves no trace to go on from.
      if (!(error instanceof DynamoDbError) || error.name !== 'TrimmedDataAccessException') throw error;
      return iterated.parse(await from('TRIM_HORIZON', {})).ShardIterator;
    }
  }

  async #call(operation: string, input: { [key: string]: Json }): Promise<Json> {
    return this.#client.call(`DynamoDBStreams_20120810.${operation}`, {
      StreamArn: this.#streamArn,
      ...input,
    });
  }
}
