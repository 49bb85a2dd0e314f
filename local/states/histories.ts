import type { DatabaseSync } from 'node:sqlite';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import type { HistoryEvent } from '../../simulator/asl/history.ts';
import { Statements } from '../statements.ts';

/**
 * Words of histories, for zlib to point at: the ones met most often come last. What was packed with them cannot be
 * read without them, so they never change.
 */
const WORDS = Buffer.from(
  '"type":"ExecutionSucceeded"ChoiceStateExited"PassStateEntered"WaitStateExited"TaskSucceeded' +
    '"type":"WaitStateEntered","ChoiceStateEntered","TaskStateExited","details":{"name":"' +
    '"assignedVariables":{"output":{"ExecutedVersion":"$LATEST","Payload":{"StatusCode":200}}}' +
    '"resource":"startExecution.sync:2","region":"us-east-1","parameters":{"StateMachineArn":"arn:aws:states:' +
    'us-east-1:123456789012:stateMachine:","Input":{"FunctionName":"arn:aws:lambda:us-east-1:123456789012:function:' +
    '[{"id":1,"previousEventId":0,"timestamp":17,"type":"ExecutionStarted","details":{"input":{"applicationId":"' +
    '"roleArn":"arn:aws:iam::123456789012:role/"}},"timeoutInSeconds":"type":"TaskSubmitted","type":"TaskScheduled",' +
    '"type":"TaskStateEntered","details":{"name":"","input":{"applicationId":"01K"}}},' +
    '"type":"TaskStarted","details":{"resourceType":"lambda","resource":"invoke.waitForTaskToken","token":"Mnx',
);

/** Events in one package: who reads a page of a long history unpacks little beside it. */
const PACKAGE = 500;

const Package = z.object({ events: z.instanceof(Uint8Array) });

/**
 * Histories of executions. While an execution works, each event is a row of its own, as little is written again at
 * each step. Once it rests they are packed together: of the executions that are stored most wait for weeks.
 */
export class Histories {
  readonly #sql: Statements;

  constructor(db: DatabaseSync) {
    this.#sql = new Statements(db);
  }

  /** Adds what happened in a step, and packs all that is loose if the execution rests after it. */
  add(execution: number, events: readonly HistoryEvent[], rests: boolean): void {
    if (rests) this.#pack(execution, events);
    else for (const event of events) this.#insert(execution, event);
  }

  #insert(execution: number, event: HistoryEvent): void {
    this.#sql
      .of('INSERT INTO states_events (execution, id, event) VALUES (?, ?, ?)')
      .run(execution, event.id, JSON.stringify(event));
  }

  #pack(execution: number, latest: readonly HistoryEvent[]): void {
    const loose = this.#loose(execution, 1, Number.MAX_SAFE_INTEGER);
    if (loose.length > 0) this.#sql.of('DELETE FROM states_events WHERE execution = ?').run(execution);
    const all = [...loose, ...latest];
    for (let from = 0; from < all.length; from += PACKAGE) {
      const events = all.slice(from, from + PACKAGE);
      this.#sql
        .of('INSERT INTO states_packed_events (execution, last, first, events) VALUES (?, ?, ?, ?)')
        .run(
          execution,
          events.at(-1)?.id ?? 0,
          events[0]?.id ?? 0,
          deflateRawSync(JSON.stringify(events), { dictionary: WORDS }),
        );
    }
  }

  /** Events of an execution, in order or backwards. */
  page(execution: number, limit: number, offset: number, backwards: boolean): HistoryEvent[] {
    const count = backwards ? this.#count(execution) : 0;
    // Events are numbered from 1 without a gap.
    const first = backwards ? Math.max(1, count - offset - limit + 1) : offset + 1;
    const last = backwards ? count - offset : offset + limit;
    const events = [...this.#packed(execution, first, last), ...this.#loose(execution, first, last)];
    return backwards ? events.reverse() : events;
  }

  #count(execution: number): number {
    const row = this.#sql
      .of(
        `SELECT max(ifnull((SELECT max(last) FROM states_packed_events WHERE execution = :execution), 0),
         ifnull((SELECT max(id) FROM states_events WHERE execution = :execution), 0)) AS count`,
      )
      .get({ execution });
    return Number(row?.['count']);
  }

  #packed(execution: number, first: number, last: number): HistoryEvent[] {
    return this.#sql
      .of(
        'SELECT events FROM states_packed_events WHERE execution = ? AND last >= ? AND first <= ? ORDER BY last',
      )
      .all(execution, first, last)
      .flatMap((row): HistoryEvent[] => {
        const { events } = Package.parse(row);
        return JSON.parse(inflateRawSync(events, { dictionary: WORDS }).toString());
      })
      .filter(({ id }) => id >= first && id <= last);
  }

  #loose(execution: number, first: number, last: number): HistoryEvent[] {
    return this.#sql
      .of('SELECT event FROM states_events WHERE execution = ? AND id BETWEEN ? AND ? ORDER BY id')
      .all(execution, first, last)
      .map((row): HistoryEvent => JSON.parse(String(row['event'])));
  }
}
