import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** An execution as the control API lists it; instants are ISO 8601. */
export interface ExecutionSummary {
  readonly arn: string;
  readonly name: string;
  /** Name of the state machine. */
  readonly machine: string;
  readonly status: string;
  readonly startDate: string;
  readonly stopDate?: string;
  readonly currentStates: readonly string[];
  /** The next timer of the execution. */
  readonly nextDue?: string;
}

const row = z.object({
  arn: z.string(),
  name: z.string(),
  machine: z.string(),
  status: z.string(),
  started_at: z.number(),
  stopped_at: z.number().nullable(),
  state: z.string(),
  due: z.number().nullable(),
});
const threads = z.object({
  threads: z.record(z.string(), z.object({ state: z.string(), children: z.unknown().optional() })),
});

const QUERY = `
  SELECT e.arn, e.name, m.name AS machine, e.status, e.started_at, e.stopped_at, e.state, MIN(t.at) AS due
  FROM states_standing e
  JOIN states_machines m ON m.arn = e.machine_arn
  LEFT JOIN states_timers t ON t.execution = e.id
  GROUP BY e.id ORDER BY e.id DESC`;

const iso = (ms: number): string => new Date(ms).toISOString();

/** Every execution of the stack's machines with where it stands, newest first. */
export function listJourneys(db: DatabaseSync): ExecutionSummary[] {
  return z
    .array(row)
    .parse(db.prepare(QUERY).all())
    .map(({ arn, name, machine, status, started_at, stopped_at, state, due }) => {
      const running = status === 'RUNNING';
      const all = Object.values(threads.parse(JSON.parse(state)).threads);
      return {
        arn,
        name,
        machine,
        status,
        startDate: iso(started_at),
        ...(stopped_at !== null && { stopDate: iso(stopped_at) }),
        currentStates: running ? all.map((thread) => thread.state) : [],
        ...(running && due !== null && { nextDue: iso(due) }),
      };
    });
}
