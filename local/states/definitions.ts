import { createHash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

import { parseDefinition } from '../../simulator/asl/definition/parse.ts';
import type { Machine } from '../../simulator/asl/definition/types.ts';

/** The definitions that machines, versions and executions refer to, parsed once each. */
export class Definitions {
  readonly #insert: StatementSync;
  readonly #select: StatementSync;
  readonly #parsed = new Map<string, Machine>();

  constructor(db: DatabaseSync) {
    this.#insert = db.prepare('INSERT OR IGNORE INTO states_definitions (id, text) VALUES (?, ?)');
    this.#select = db.prepare('SELECT text FROM states_definitions WHERE id = ?');
  }

  /** Stores a definition and gives its id; throws InvalidDefinition. */
  add(text: string): string {
    const id = createHash('sha256').update(text).digest('hex');
    if (!this.#parsed.has(id)) this.#parsed.set(id, parseDefinition(text));
    this.#insert.run(id, text);
    return id;
  }

  text(id: string): string {
    const text = this.#select.get(id)?.['text'];
    if (typeof text !== 'string') throw new Error(`There is no definition ${id}`);
    return text;
  }

  machine(id: string): Machine {
    const known = this.#parsed.get(id);
    if (known) return known;
    const machine = parseDefinition(this.text(id));
    this.#parsed.set(id, machine);
    return machine;
  }
}
