import type { DatabaseSync } from 'node:sqlite';

import type { Definitions } from './definitions.ts';
import { Statements } from '../statements.ts';
import { AliasRow, MachineRow, Routing, VersionRow } from './rows.ts';

/** State machines with their versions and aliases. */
export class Machines {
  readonly #sql: Statements;
  readonly definitions: Definitions;

  constructor(db: DatabaseSync, definitions: Definitions) {
    this.#sql = new Statements(db);
    this.definitions = definitions;
  }

  find(arn: string): MachineRow | undefined {
    const row = this.#sql.of('SELECT * FROM states_machines WHERE arn = ?').get(arn);
    return row && MachineRow.parse(row);
  }

  /** All machines, by name. */
  list(): MachineRow[] {
    return this.#sql
      .of('SELECT * FROM states_machines ORDER BY name')
      .all()
      .map((row) => MachineRow.parse(row));
  }

  save(machine: MachineRow): void {
    this.#sql
      .of(
        `INSERT INTO states_machines (arn, name, role_arn, definition, revision_id, settings, created_at, updated_at,
           last_version, registered)
         VALUES (:arn, :name, :role_arn, :definition, :revision_id, :settings, :created_at, :updated_at,
           :last_version, :registered)
         ON CONFLICT (arn) DO UPDATE SET role_arn = :role_arn, definition = :definition, revision_id = :revision_id,
           settings = :settings, updated_at = :updated_at, last_version = :last_version, registered = :registered`,
      )
      .run(machine);
  }

  delete(arn: string): void {
    for (const statement of [
      'DELETE FROM states_aliases WHERE machine_arn = ?',
      'DELETE FROM states_version_settings WHERE arn IN (SELECT arn FROM states_versions WHERE machine_arn = ?)',
      'DELETE FROM states_versions WHERE machine_arn = ?',
      'DELETE FROM states_tags WHERE arn = ?',
      'DELETE FROM states_machines WHERE arn = ?',
    ]) {
      this.#sql.of(statement).run(arn);
    }
  }

  findVersion(arn: string): VersionRow | undefined {
    const row = this.#sql.of('SELECT * FROM states_versions WHERE arn = ?').get(arn);
    return row && VersionRow.parse(row);
  }

  /** The settings that a version was published with. */
  versionSettings(arn: string): string | undefined {
    const row = this.#sql.of('SELECT settings FROM states_version_settings WHERE arn = ?').get(arn);
    return row && String(row['settings']);
  }

  /** The versions of a machine, newest first. */
  versions(machineArn: string): VersionRow[] {
    return this.#sql
      .of('SELECT * FROM states_versions WHERE machine_arn = ? ORDER BY number DESC')
      .all(machineArn)
      .map((row) => VersionRow.parse(row));
  }

  addVersion(version: VersionRow, settings: string): void {
    this.#sql
      .of('INSERT OR REPLACE INTO states_version_settings (arn, settings) VALUES (?, ?)')
      .run(version.arn, settings);
    this.#sql
      .of(
        `INSERT INTO states_versions (arn, machine_arn, number, role_arn, definition, revision_id, description, created_at)
         VALUES (:arn, :machine_arn, :number, :role_arn, :definition, :revision_id, :description, :created_at)`,
      )
      .run(version);
  }

  deleteVersion(arn: string): void {
    this.#sql.of('DELETE FROM states_version_settings WHERE arn = ?').run(arn);
    this.#sql.of('DELETE FROM states_versions WHERE arn = ?').run(arn);
  }

  findAlias(arn: string): AliasRow | undefined {
    const row = this.#sql.of('SELECT * FROM states_aliases WHERE arn = ?').get(arn);
    return row && AliasRow.parse(row);
  }

  /** The aliases of a machine, in the order they were made. */
  aliases(machineArn: string): AliasRow[] {
    return this.#sql
      .of('SELECT * FROM states_aliases WHERE machine_arn = ? ORDER BY rowid')
      .all(machineArn)
      .map((row) => AliasRow.parse(row));
  }

  saveAlias(alias: AliasRow): void {
    this.#sql
      .of(
        `INSERT INTO states_aliases (arn, machine_arn, name, description, routing, created_at, updated_at)
         VALUES (:arn, :machine_arn, :name, :description, :routing, :created_at, :updated_at)
         ON CONFLICT (arn) DO UPDATE SET description = :description, routing = :routing, updated_at = :updated_at`,
      )
      .run(alias);
  }

  deleteAlias(arn: string): void {
    this.#sql.of('DELETE FROM states_aliases WHERE arn = ?').run(arn);
  }
}

/** The routing of an alias. */
export function routingOf(alias: AliasRow): Routing {
  return Routing.parse(JSON.parse(alias.routing));
}
