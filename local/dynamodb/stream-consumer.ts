import * as z from 'zod';
import type { Activity } from '../activity.ts';
import { region } from '../assembly/identity.ts';
import type { StreamMappingModel } from '../assembly/model.ts';
import { compilePattern } from '../events/pattern.ts';
import type { InvokeResult } from '../lambda/sandbox.ts';
import type { Clock, DueSource } from '../service.ts';
import type { Checkpoints, Progress } from './checkpoint.ts';
import { sequenceOf } from './stream-reader.ts';
import type { StreamReader, StreamRecord } from './stream-reader.ts';

export interface StreamConsumerOptions {
  readonly mapping: StreamMappingModel;
  readonly reader: Pick<StreamReader, 'after'>;
  readonly checkpoints: Checkpoints;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly invoke: (functionArn: string, payload: string) => Promise<InvokeResult>;
  readonly deadLetter: (queueArn: string, body: string, reason: string) => Promise<void>;
  readonly report: (fault: string) => void;
}

/** A stream keeps its records for a day; a batch that has failed that long is given up. */
const DAY_SECONDS = 86_400;
const LONGEST_BACKOFF_MS = 60_000;
const failures = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) })
  .nullable();

/** How a batch came back: up to which record it is done, and why not further. */
interface Verdict {
  readonly done: number;
  readonly reason: string | undefined;
}

/**
 * Hands the records of a stream to a function, in order, as an event source mapping does: filter, batch, retry on
 * the virtual clock, bisect, report of single failures, failure destination. Goes on where it was after a restart.
 */
export class StreamConsumer implements DueSource {
  readonly #options: StreamConsumerOptions;
  readonly #filters: readonly ((record: StreamRecord) => boolean)[];
  #progress: Progress;
  #draining = false;
  #again = false;
  /** Size of the next batch while a failing one is being narrowed down. */
  #narrowed: number | undefined;

  constructor(options: StreamConsumerOptions) {
    this.#options = options;
    this.#filters = options.mapping.filters.map((filter) => compilePattern(filter));
    this.#progress = options.checkpoints.load(options.mapping.id);
  }

  /** Sets out to deliver what is there; called after every write. Counted as activity until it is done. */
  wake(): void {
    this.#again = true;
    if (this.#draining) return;
    this.#draining = true;
    const { activity, report } = this.#options;
    activity.track(() => this.#drain()).catch((error: unknown) => report(`stream: ${String(error)}`));
  }

  nextDue(): number | undefined {
    return this.#draining ? undefined : this.#progress.retryAt;
  }

  async runDue(now: number): Promise<number> {
    const due = this.nextDue();
    if (due === undefined || due > now) return 0;
    this.wake();
    return 1;
  }

  async #drain(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        while (await this.#deliverNext());
      }
    } catch (error) {
      this.#options.report(
        `stream: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      this.#fail(String(error));
    } finally {
      this.#draining = false;
    }
  }

  /** Delivers one batch; false when there is nothing (more) to do now. */
  async #deliverNext(): Promise<boolean> {
    const { mapping, reader, clock } = this.#options;
    const { retryAt, position } = this.#progress;
    if (retryAt !== undefined && retryAt > clock.now()) return false;
    const { shardId, records } = await reader.after(position, this.#narrowed ?? mapping.batchSize);
    if (records.length === 0) return false;
    const wanted = records.filter(
      (record) => this.#filters.length === 0 || this.#filters.some((matches) => matches(record)),
    );
    const verdict = wanted.length === 0 ? { done: 0, reason: undefined } : await this.#invoke(wanted);
    if (verdict.reason === undefined) {
      this.#advance(shardId, records.at(-1));
      this.#narrowed = undefined;
      return true;
    }
    if (verdict.done > 0) this.#advance(shardId, wanted[verdict.done - 1]);
    if (mapping.bisectOnError && wanted.length - verdict.done > 1) {
      // Splitting a batch uses up no retry. Source: Lambda developer guide, BisectBatchOnFunctionError.
      this.#narrowed = Math.ceil(records.length / 2);
      return true;
    }
    this.#fail(verdict.reason);
    if (this.#isGivenUp()) {
      await this.#giveUp(wanted.slice(verdict.done), verdict.reason);
      this.#advance(shardId, records.at(-1));
      this.#narrowed = undefined;
    }
    return true;
  }

  async #invoke(records: readonly StreamRecord[]): Promise<Verdict> {
    const { mapping, invoke } = this.#options;
    const event = {
      Records: records.map((record) => ({
        ...record,
        awsRegion: region,
        eventSource: 'aws:dynamodb',
        eventSourceARN: mapping.streamArn,
      })),
    };
    const { payload, functionError } = await invoke(mapping.functionArn, JSON.stringify(event));
    if (functionError !== undefined) return { done: 0, reason: payload };
    if (!mapping.reportsItemFailures) return { done: records.length, reason: undefined };
    const failed =
      failures.parse(JSON.parse(payload))?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) ??
      [];
    if (failed.length === 0) return { done: records.length, reason: undefined };
    const first = records.findIndex((record) => failed.includes(sequenceOf(record)));
    // An identifier of no record in the batch counts as a failure of the whole batch.
    return { done: Math.max(first, 0), reason: `the function reported ${failed.length} failed records` };
  }

  #advance(shardId: string, last: StreamRecord | undefined): void {
    if (last === undefined) return;
    this.#save({
      position: { shardId, sequence: sequenceOf(last) },
      failures: 0,
      failingSince: undefined,
      retryAt: undefined,
    });
  }

  #fail(reason: string): void {
    const now = this.#options.clock.now();
    const count = this.#progress.failures + 1;
    this.#options.report(`stream → ${this.#options.mapping.functionArn}, attempt ${count}: ${reason}`);
    this.#save({
      ...this.#progress,
      failures: count,
      failingSince: this.#progress.failingSince ?? now,
      retryAt: now + Math.min(1_000 * 2 ** (count - 1), LONGEST_BACKOFF_MS),
    });
  }

  #isGivenUp(): boolean {
    const { mapping, clock } = this.#options;
    const { failures: count, failingSince = clock.now() } = this.#progress;
    const age = (clock.now() - failingSince) / 1_000;
    return (
      count > (mapping.maximumRetries ?? Infinity) ||
      age >= Math.min(mapping.maximumAgeSeconds ?? DAY_SECONDS, DAY_SECONDS)
    );
  }

  /** Tells the failure destination which records were skipped. Source: Lambda developer guide, "Discarded batches". */
  async #giveUp(records: readonly StreamRecord[], reason: string): Promise<void> {
    const { mapping, clock, deadLetter, report } = this.#options;
    const [first, last] = [records[0], records.at(-1)];
    if (mapping.failureArn === undefined || first === undefined || last === undefined) {
      report(`stream: ${records.length} records given up: ${reason}`);
      return;
    }
    const body = {
      requestContext: {
        functionArn: mapping.functionArn,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: this.#progress.failures,
      },
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      DDBStreamBatchInfo: {
        streamArn: mapping.streamArn,
        startSequenceNumber: sequenceOf(first),
        endSequenceNumber: sequenceOf(last),
        batchSize: records.length,
      },
    };
    await deadLetter(mapping.failureArn, JSON.stringify(body), reason);
  }

  #save(progress: Progress): void {
    this.#progress = progress;
    this.#options.checkpoints.save(this.#options.mapping.id, progress);
  }
}
