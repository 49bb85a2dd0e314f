import type { DatabaseSync } from 'node:sqlite';

/**
 * Tables of the service. Instants are epoch milliseconds. A definition is stored once and referred to by its digest,
 * so that an execution keeps the one it was started with. `started_by` is the call of a task that started an execution,
 * `parent` the execution that waits for it. While an execution is busy its state and its new events are in `states_turns`
 * and `states_events`; once it rests, in its row and packed: rows that grow and shrink would leave pages half empty.
 * `states_standing` has all executions as they stand. Timers fire by instant, then in the order they were set.
 */
export function createTables(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS states_definitions (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS states_machines (
      arn TEXT PRIMARY KEY, name TEXT NOT NULL, role_arn TEXT NOT NULL, definition TEXT NOT NULL,
      revision_id TEXT, settings TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
      last_version INTEGER NOT NULL, registered TEXT
    ) STRICT;
    CREATE TABLE IF NOT EXISTS states_versions (
      arn TEXT PRIMARY KEY, machine_arn TEXT NOT NULL, number INTEGER NOT NULL, role_arn TEXT NOT NULL,
      definition TEXT NOT NULL, revision_id TEXT, description TEXT, created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS states_version_settings (arn TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS states_aliases (
      arn TEXT PRIMARY KEY, machine_arn TEXT NOT NULL, name TEXT NOT NULL, description TEXT,
      routing TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS states_executions (
      id INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, machine_arn TEXT NOT NULL,
      version_arn TEXT, alias_arn TEXT, name TEXT NOT NULL, definition TEXT NOT NULL, revision_id TEXT,
      input TEXT NOT NULL, status TEXT NOT NULL, started_at INTEGER NOT NULL, stopped_at INTEGER,
      busy INTEGER NOT NULL, started_by TEXT, parent INTEGER, state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS states_executions_by_machine ON states_executions (machine_arn, id);
    CREATE INDEX IF NOT EXISTS states_executions_busy ON states_executions (id) WHERE busy = 1;
    CREATE TABLE IF NOT EXISTS states_events (
      execution INTEGER NOT NULL, id INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (execution, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS states_packed_events (
      execution INTEGER NOT NULL, last INTEGER NOT NULL, first INTEGER NOT NULL, events BLOB NOT NULL,
      PRIMARY KEY (execution, last)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS states_turns (execution INTEGER PRIMARY KEY, state TEXT NOT NULL) STRICT;
    CREATE VIEW IF NOT EXISTS states_standing AS
      SELECT id, arn, machine_arn, version_arn, alias_arn, name, definition, revision_id, input, status,
        started_at, stopped_at, busy, started_by, parent, ifnull(t.state, e.state) AS state
      FROM states_executions e LEFT JOIN states_turns t ON t.execution = e.id;
    CREATE TABLE IF NOT EXISTS states_redrives (
      execution INTEGER NOT NULL, token TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (execution, token)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS states_timers (
      id INTEGER PRIMARY KEY AUTOINCREMENT, execution INTEGER NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS states_timers_by_instant ON states_timers (at, id);
    CREATE UNIQUE INDEX IF NOT EXISTS states_timers_by_execution ON states_timers (execution, key);
    CREATE TABLE IF NOT EXISTS states_tags (
      arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (arn, key)
    ) STRICT, WITHOUT ROWID;
  `);
}

/** Runs a piece of work as one transaction; it may stand inside another. */
export function atomically<T>(db: DatabaseSync, work: () => T): T {
  db.exec('SAVEPOINT states');
  try {
    const result = work();
    db.exec('RELEASE states');
    return result;
  } catch (error) {
    db.exec('ROLLBACK TO states; RELEASE states');
    throw error;
  }
}
