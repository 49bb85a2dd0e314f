import type { DatabaseSync } from 'node:sqlite';

import type { Execution, Timer } from '../../simulator/asl/execution.ts';
import type { HistoryEvent } from '../../simulator/asl/history.ts';
import { Histories } from './histories.ts';
import { ExecutionRow, TimerRow } from './rows.ts';
import { atomically } from './schema.ts';
import { stateText } from './saved-state.ts';
import { Statements } from '../statements.ts';

/** The task that starts an execution. */
export interface StartedBy {
  /** Names the call: the same when it is repeated after a crash, another for a retry. */
  readonly call: string;
  /** The execution that waits for the end. */
  readonly parent: number | undefined;
}

export interface NewExecution {
  readonly arn: string;
  readonly machineArn: string;
  readonly versionArn: string | undefined;
  readonly aliasArn: string | undefined;
  readonly name: string;
  readonly definition: string;
  readonly revisionId: string | undefined;
  readonly input: string;
  readonly startedAt: number;
  readonly startedBy: StartedBy | undefined;
}

/** What `ListExecutions` may be narrowed to. */
interface ListFilter {
  /** When the machine was made: one of the same name that was deleted before had executions of its own. */
  readonly since: number;
  readonly status: string | undefined;
  readonly redriven: string | undefined;
}

const INSERT = `
  INSERT INTO states_executions (arn, machine_arn, version_arn, alias_arn, name, definition, revision_id, input,
    status, started_at, busy, started_by, parent, state)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, 1, ?, ?, '') RETURNING id`;

/** Executions, their histories and their timers. */
export class Executions {
  readonly #db: DatabaseSync;
  readonly #sql: Statements;
  readonly #histories: Histories;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#sql = new Statements(db);
    this.#histories = new Histories(db);
  }

  /** Adds the row of an execution; its state is saved in the same transaction by `save`. */
  add(execution: NewExecution): number {
    const row = this.#sql
      .of(INSERT)
      .get(
        execution.arn,
        execution.machineArn,
        execution.versionArn ?? null,
        execution.aliasArn ?? null,
        execution.name,
        execution.definition,
        execution.revisionId ?? null,
        execution.input,
        execution.startedAt,
        execution.startedBy?.call ?? null,
        execution.startedBy?.parent ?? null,
      );
    if (typeof row?.['id'] !== 'number') throw new Error('The execution was not stored');
    return row['id'];
  }

  byId(id: number): ExecutionRow | undefined {
    return read(this.#sql.of('SELECT * FROM states_standing WHERE id = ?').get(id));
  }

  byArn(arn: string): ExecutionRow | undefined {
    return read(this.#sql.of('SELECT * FROM states_standing WHERE arn = ?').get(arn));
  }

  /** Saves a step: the new events, the state and the timers, all or nothing. */
  save(
    id: number,
    execution: Execution,
    events: readonly HistoryEvent[],
    timers: readonly Timer[],
    busy: boolean,
  ): void {
    atomically(this.#db, () => {
      this.#histories.add(id, events, !busy);
      this.#saveState(id, execution, busy);
      this.#saveTimers(id, timers);
    });
  }

  #saveState(id: number, execution: Execution, busy: boolean): void {
    const state = stateText(execution);
    if (busy)
      this.#sql.of('INSERT OR REPLACE INTO states_turns (execution, state) VALUES (?, ?)').run(id, state);
    else this.#sql.of('DELETE FROM states_turns WHERE execution = ?').run(id);
    this.#sql
      .of(
        'UPDATE states_executions SET status = ?, stopped_at = ?, busy = ?, state = ifnull(?, state) WHERE id = ?',
      )
      .run(execution.status, execution.stoppedAt ?? null, busy ? 1 : 0, busy ? null : state, id);
  }

  #saveTimers(id: number, timers: readonly Timer[]): void {
    const wanted = new Set(timers.map(({ key }) => key));
    const stored = new Set<string>();
    for (const row of this.#sql.of('SELECT * FROM states_timers WHERE execution = ?').all(id)) {
      const timer = TimerRow.parse(row);
      if (wanted.has(timer.key)) stored.add(timer.key);
      else this.#sql.of('DELETE FROM states_timers WHERE id = ?').run(timer.id);
    }
    const inOrder = timers.toSorted((a, b) => Number(a.key) - Number(b.key));
    for (const { key, at } of inOrder)
      if (!stored.has(key))
        this.#sql.of('INSERT INTO states_timers (execution, key, at) VALUES (?, ?, ?)').run(id, key, at);
  }

  /** The timer that is due first. */
  nextTimer(): TimerRow | undefined {
    const row = this.#sql.of('SELECT * FROM states_timers ORDER BY at, id LIMIT 1').get();
    return row && TimerRow.parse(row);
  }

  /** Executions that had something to do when they were last saved. */
  busy(): number[] {
    const rows = this.#sql.of('SELECT id FROM states_executions WHERE busy = 1 ORDER BY id').all();
    return rows.map((row) => Number(row['id']));
  }

  /** Executions of a machine that run. */
  running(machineArn: string): number[] {
    const rows = this.#sql
      .of(`SELECT id FROM states_executions WHERE machine_arn = ? AND status = 'RUNNING' ORDER BY id`)
      .all(machineArn);
    return rows.map((row) => Number(row['id']));
  }

  /** Executions by machine, version or alias, newest first. */
  list(
    by: 'machine_arn' | 'version_arn' | 'alias_arn',
    arn: string,
    { since, status, redriven }: ListFilter,
    limit: number,
    offset: number,
  ): ExecutionRow[] {
    return this.#sql
      .of(
        `SELECT * FROM states_standing WHERE ${by} = :arn AND started_at >= :since AND (:status IS NULL OR status = :status)
         AND (:redriven IS NULL OR iif(state ->> 'redriveCount' > 0, 'REDRIVEN', 'NOT_REDRIVEN') = :redriven)
         ORDER BY id DESC LIMIT :limit OFFSET :offset`,
      )
      .all({ arn, since, status: status ?? null, redriven: redriven ?? null, limit, offset })
      .map((row) => ExecutionRow.parse(row));
  }

  /** All executions, newest first. */
  all(): ExecutionRow[] {
    return this.#sql
      .of('SELECT * FROM states_standing ORDER BY id DESC')
      .all()
      .map((row) => ExecutionRow.parse(row));
  }

  /** When a client's token redrove an execution, if it did not before an instant. */
  redrivenBy(id: number, token: string, since: number): number | undefined {
    const row = this.#sql
      .of('SELECT at FROM states_redrives WHERE execution = ? AND token = ? AND at >= ?')
      .get(id, token, since);
    return row && Number(row['at']);
  }

  noteRedrive(id: number, token: string, at: number): void {
    this.#sql
      .of('INSERT OR REPLACE INTO states_redrives (execution, token, at) VALUES (?, ?, ?)')
      .run(id, token, at);
  }

  /** Events of an execution, in order or backwards. */
  events(id: number, limit: number, offset: number, backwards = false): HistoryEvent[] {
    return this.#histories.page(id, limit, offset, backwards);
  }

  /** Children that ended, of parents that run. */
  endedChildren(): { parent: number; child: number }[] {
    return this.#pairs(`child.status <> 'RUNNING' AND parent.status = 'RUNNING'`);
  }

  /** Children that run. */
  runningChildren(): { parent: number; child: number }[] {
    return this.#pairs(`child.status = 'RUNNING'`);
  }

  #pairs(condition: string): { parent: number; child: number }[] {
    const rows = this.#sql
      .of(
        `SELECT parent.id AS parent, child.id AS child FROM states_executions AS child
         JOIN states_executions AS parent ON parent.id = child.parent WHERE ${condition} ORDER BY child.id`,
      )
      .all();
    return rows.map((row) => ({ parent: Number(row['parent']), child: Number(row['child']) }));
  }
}

function read(row: Record<string, unknown> | undefined): ExecutionRow | undefined {
  return row && ExecutionRow.parse(row);
}
