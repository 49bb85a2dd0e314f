import { DynamoDbError } from './client.ts';
import { sequenceOf } from './stream-reader.ts';
import type { Chunk, Position, StreamReader, StreamRecord } from './stream-reader.ts';

/** So many records are kept for those who read more slowly; whoever is further behind reads the stream itself. */
const KEPT = 500;
/** The most that DynamoDB gives at once. Source: API reference, GetRecords. */
const LIMIT = 1_000;

interface Kept {
  readonly shardId: string;
  readonly record: StreamRecord;
}

/**
 * Reads one stream once for everybody who follows it. Records come from writes only, so nothing is asked for unless
 * something was written since: who follows the stream for five functions would ask thirty times after each write.
 */
export class StreamFeed {
  readonly #reader: Pick<StreamReader, 'after' | 'next'>;
  /** Where what is kept begins; `undefined` is the beginning of the stream. */
  #begin: Position | undefined;
  #kept: Kept[] = [];
  /** Where the stream goes on after what is kept, while that is known. */
  #iterator: string | undefined;
  #begun = false;
  /** Whether there may be more than what is kept. */
  #more = true;
  #reading: Promise<void> | undefined;

  constructor(reader: Pick<StreamReader, 'after' | 'next'>) {
    this.#reader = reader;
  }

  /** Tells that records may have been added. */
  written(): void {
    this.#more = true;
  }

  /** The next records after a position (from the beginning without one); empty when there are none yet. */
  async after(position: Position | undefined, limit: number): Promise<Chunk> {
    if (!this.#begun) this.#beginAt(position);
    for (;;) {
      const place = this.#placeAfter(position);
      if (place === undefined) return this.#reader.after(position, limit);
      const chunk = this.#chunk(place, limit);
      if (chunk || !(this.#more || this.#reading)) return chunk ?? { shardId: '', records: [] };
      await (this.#reading ??= this.#read().finally(() => (this.#reading = undefined)));
    }
  }

  #beginAt(position: Position | undefined): void {
    this.#begun = true;
    this.#begin = position;
  }

  /** Index of what follows a position; undefined when that is not among what is kept. */
  #placeAfter(position: Position | undefined): number | undefined {
    const found = this.#kept.findLastIndex((one) => isAt(positionOf(one), position));
    if (found >= 0) return found + 1;
    return isAt(this.#begin, position) ? 0 : undefined;
  }

  /** Records of one shard from an index on. */
  #chunk(place: number, limit: number): Chunk | undefined {
    const shardId = this.#kept[place]?.shardId;
    if (shardId === undefined) return undefined;
    const next = this.#kept.slice(place, place + limit);
    const other = next.findIndex((one) => one.shardId !== shardId);
    const same = other < 0 ? next : next.slice(0, other);
    return { shardId, records: same.map(({ record }) => record) };
  }

  async #read(): Promise<void> {
    this.#more = false;
    try {
      const { shardId, records, iterator } = await this.#nextChunk();
      this.#iterator = iterator;
      this.#kept.push(...records.map((record) => ({ shardId, record })));
      // An answer ends at a megabyte, too, and a shard at any time: only an empty one says that there is no more.
      if (records.length > 0) this.#more = true;
      this.#forget();
    } catch (error) {
      this.#more = true;
      throw error;
    }
  }

  /** Goes on with the iterator at hand; without one, or when it is too old, from the last record. */
  async #nextChunk(): Promise<Chunk> {
    const last = this.#kept.at(-1);
    const end = last ? positionOf(last) : this.#begin;
    const iterator = this.#iterator;
    this.#iterator = undefined;
    if (iterator === undefined || end === undefined) return this.#reader.after(end, LIMIT);
    try {
      const chunk = await this.#reader.next(end.shardId, iterator, LIMIT);
      // A shard that ended: the next one may hold something.
      return chunk.records.length > 0 || chunk.iterator !== undefined
        ? chunk
        : await this.#reader.after(end, LIMIT);
    } catch (error) {
      if (!isTooOld(error)) throw error;
      return this.#reader.after(end, LIMIT);
    }
  }

  #forget(): void {
    const gone = this.#kept.splice(0, Math.max(this.#kept.length - KEPT, 0)).at(-1);
    if (gone) this.#begin = positionOf(gone);
  }
}

const positionOf = ({ shardId, record }: Kept): Position => ({ shardId, sequence: sequenceOf(record) });

const isAt = (one: Position | undefined, other: Position | undefined): boolean =>
  one?.sequence === other?.sequence && one?.shardId === other?.shardId;

/** An iterator is good for a quarter of an hour, and what it points at for a day. */
const isTooOld = (error: unknown): boolean =>
  error instanceof DynamoDbError &&
  ['ExpiredIteratorException', 'TrimmedDataAccessException'].includes(error.name);
