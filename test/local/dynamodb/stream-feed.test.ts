import { beforeEach, expect, test } from 'vitest';
import { DynamoDbError } from '../../../local/dynamodb/client.ts';
import { StreamFeed } from '../../../local/dynamodb/stream-feed.ts';
import type { Chunk, Position, StreamRecord } from '../../../local/dynamodb/stream-reader.ts';

/** A stream of shards; the sequence numbers run on through all of them. An iterator is "shard index:place". */
class Stream {
  readonly shards: StreamRecord[][] = [[]];
  readonly asked: string[] = [];
  #written = 0;
  tooOld = false;
  /** How many records an answer holds at most, whatever is asked for. */
  most = Infinity;
  broken = false;

  write(count = 1): void {
    for (let left = count; left > 0; left -= 1) {
      this.#written += 1;
      const SequenceNumber = String(this.#written);
      this.shards.at(-1)?.push({
        eventName: 'INSERT',
        dynamodb: { SequenceNumber, StreamViewType: 'NEW_IMAGE' },
      });
    }
  }

  async after(position: Position | undefined, limit: number): Promise<Chunk> {
    this.asked.push(`after ${position?.sequence ?? 'nothing'}`);
    if (this.broken) throw new Error('out of order');
    for (let index = Number(position?.shardId ?? 0); index < this.shards.length; index += 1) {
      const shard = this.shards[index] ?? [];
      const place = shard.findIndex(
        ({ dynamodb }) => Number(dynamodb.SequenceNumber) > Number(position?.sequence ?? 0),
      );
      if (place >= 0) return this.#chunk(index, place, limit);
    }
    return { shardId: position?.shardId ?? '', records: [] };
  }

  async next(_shard: string, iterator: string, limit: number): Promise<Chunk> {
    this.asked.push(`at ${iterator}`);
    if (this.tooOld) throw new DynamoDbError('ExpiredIteratorException', 400, 'too old');
    const [index = 0, place = 0] = iterator.split(':').map(Number);
    return this.#chunk(index, place, limit);
  }

  #chunk(index: number, place: number, limit: number): Chunk {
    const shard = this.shards[index] ?? [];
    const records = shard.slice(place, place + Math.min(limit, this.most));
    const goesOn = index === this.shards.length - 1 || place + records.length < shard.length;
    const iterator = goesOn ? `${index}:${place + records.length}` : undefined;
    return { shardId: String(index), records, iterator };
  }
}

let stream: Stream;
let feed: StreamFeed;
beforeEach(() => {
  stream = new Stream();
  feed = new StreamFeed(stream);
});

/** Follows the feed until it gives nothing more; says what it got, and where it stands then. */
async function follow(from?: Position, limit = 10): Promise<{ got: number[]; at: Position | undefined }> {
  const got: number[] = [];
  let at = from;
  for (;;) {
    const { shardId, records } = await feed.after(at, limit);
    if (records.length === 0) return { got, at };
    expect(records.length).toBeLessThanOrEqual(limit);
    got.push(...records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber)));
    at = { shardId, sequence: String(got.at(-1)) };
  }
}

test('five who follow it get everything, and the stream is asked once, and whether that was all', async () => {
  stream.write(3);
  const all = await Promise.all(Array.from({ length: 5 }, () => follow()));
  expect(all.map(({ got }) => got)).toEqual(Array.from({ length: 5 }, () => [1, 2, 3]));
  expect(stream.asked).toEqual(['after nothing', 'at 0:3']);
});

test('it is asked again only after something was written, from where it goes on', async () => {
  stream.write();
  const { at } = await follow();
  expect((await follow(at)).got).toEqual([]);
  stream.write(2);
  feed.written();
  expect((await follow(at)).got).toEqual([2, 3]);
  expect((await follow(at)).got).toEqual([2, 3]);
  expect(stream.asked).toEqual(['after nothing', 'at 0:1', 'at 0:1', 'at 0:3']);
});

test('what is written while it is being read is not missed', async () => {
  stream.write();
  const first = follow();
  stream.write();
  feed.written();
  const second = follow();
  expect([(await first).got, (await second).got]).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test('a shard that ends is followed by the next', async () => {
  stream.write(2);
  const { at } = await follow();
  stream.shards.push([]);
  stream.write(2);
  feed.written();
  expect((await follow(at)).got).toEqual([3, 4]);
  expect((await follow()).got).toEqual([1, 2, 3, 4]);
});

test('an iterator that is too old is made anew', async () => {
  stream.write();
  const { at } = await follow();
  stream.write();
  feed.written();
  stream.tooOld = true;
  expect((await follow(at)).got).toEqual([2]);
});

test('an answer that ended early, for its size, is not taken for the end', async () => {
  stream.write(5);
  stream.most = 2;
  expect((await follow()).got).toEqual([1, 2, 3, 4, 5]);
});

test('more than is given at once, and more than is kept', async () => {
  stream.write(2_500);
  const { got } = await follow(undefined, 100);
  expect(got).toEqual(Array.from({ length: 2_500 }, (_, index) => index + 1));
  expect((await follow({ shardId: '0', sequence: '7' }, 1_000)).got).toHaveLength(2_493);
});

test('whoever was further ahead or behind when it began, as after a restart, misses nothing', async () => {
  stream.write(6);
  const ahead = await follow({ shardId: '0', sequence: '4' });
  const behind = await follow({ shardId: '0', sequence: '1' });
  expect([ahead.got, behind.got]).toEqual([
    [5, 6],
    [2, 3, 4, 5, 6],
  ]);
  stream.write();
  feed.written();
  expect([(await follow(ahead.at)).got, (await follow(behind.at)).got]).toEqual([[7], [7]]);
});

test('when reading fails, everybody hears of it, and it is read again', async () => {
  stream.write();
  stream.broken = true;
  const both = await Promise.allSettled([feed.after(undefined, 10), feed.after(undefined, 10)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  stream.broken = false;
  expect((await follow()).got).toEqual([1]);
});
