import type { Settings } from '../../domain/settings/settings.ts';
import type { Letter } from '../what-if/model/letter.ts';
import type { Machines } from '../what-if/model/machines.ts';
import type { TableData } from '../what-if/model/table.ts';
import type { WorldData } from '../what-if/model/world.ts';

/** A rung that the timer has taken: who is to hear what. */
export interface TakenRung {
  readonly gateId: string;
  readonly message: string | null;
  readonly to: readonly string[];
}

/** One change of the table, by a step or a person. */
export interface Changed {
  readonly before: TableData;
  readonly after: TableData;
  /** What the candidate was sent since somebody last acted or the clock last moved. */
  readonly spoken: readonly string[];
}

/** What the rules look at when everything is done that can be done without time going by. */
export interface Settled {
  readonly world: WorldData;
  readonly table: TableData;
  readonly settings: Settings;
  readonly machines: Machines;
  readonly startedAt: number;
  /** When something next happens by itself; undefined when nothing does any more. */
  readonly nextTimer: number | undefined;
  /** A step has failed for good on the way here. */
  readonly faulted: boolean;
  /** Rungs taken since the clock last moved. */
  readonly taken: readonly TakenRung[];
}

/** One of the ten rules: what it finds wrong, in words. */
export interface Rule {
  readonly number: number;
  readonly title: string;
  readonly onChange?: (changed: Changed) => string | undefined;
  readonly onSettled?: (settled: Settled) => string | undefined;
}

export const lettersTo = (to: string, { ledger }: TableData): Letter[] =>
  Object.values(ledger).filter((letter) => letter.to === to);

/** Letters of the second table that the first does not have. */
export const newLetters = ({ before, after }: Changed): Letter[] =>
  before.ledger === after.ledger
    ? []
    : Object.entries(after.ledger).flatMap(([key, letter]) =>
        Object.hasOwn(before.ledger, key) ? [] : [letter],
      );

/** Whether HR was asked to look after the application because a machine could not. */
export const needsAttention = ({ tasks }: TableData): boolean =>
  Object.values(tasks).some(({ task }) => task === 'attention');

/** Time goes by from here, or nothing happens any more. */
export const rests = ({ nextTimer, world }: Settled): boolean =>
  nextTimer === undefined || nextTimer > world.now;
