import { promisedIn } from '../../domain/messages/promised.ts';
import { lastTold } from '../../domain/promises/attention.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { Letter } from '../what-if/model/letter.ts';
import type { Machines } from '../what-if/model/machines.ts';
import type { TableData } from '../what-if/model/table.ts';
import type { WorldData } from '../what-if/model/world.ts';

/** A rung that the timer has taken: who is to hear what. */
export interface TakenRung {
  readonly gateId: string;
  readonly message: string | null;
  readonly to: readonly string[];
  /** It was taken before its instant. */
  readonly early: boolean;
}

/** Something the candidate was sent, and what about: a question of theirs, or the application (''). */
export interface Spoken {
  readonly message: string;
  readonly about: string;
}

/** One change of the table, by a step or a person. */
export interface Changed {
  readonly before: TableData;
  readonly after: TableData;
  /** What the candidate was sent since somebody last acted or the clock last moved. */
  readonly spoken: readonly Spoken[];
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

/** The question that a letter, a gate or a task is about, or '' when it is about the application. */
export function aboutOf({ questions }: TableData, of: string): string {
  return Object.keys(questions).find((questionId) => of.includes(questionId)) ?? '';
}

/** Letters to the candidate about a question of theirs, or about the application (''). */
export const lettersAbout = (about: string, table: TableData): Letter[] =>
  lettersTo('candidate', table).filter(({ gateId = '' }) => aboutOf(table, gateId) === about);

/** What HR was asked to do about the application ('') or a question. */
export const tasksAbout = (about: string, table: TableData): readonly Task[] =>
  Object.values(table.tasks).filter(({ subject }) => aboutOf(table, subject) === about);

/** What of it HR was asked to look after because a machine could not. */
export const attentionTo = (about: string, table: TableData): readonly Task[] =>
  tasksAbout(about, table).filter(({ task }) => task === 'attention');

/** The date for which the candidate awaits something of the application, by what they were told. */
export function toldUntil({ table, settings }: Pick<Settled, 'table' | 'settings'>): string {
  const letters = lettersAbout('', table);
  const said = letters.map(({ at, dates }) => ({ sentAt: at, promises: promisedIn(dates) }));
  return lastTold(table.application, settings, said);
}

/** Whether HR was asked to look after the application itself. */
export const needsAttention = (table: TableData): boolean => attentionTo('', table).length > 0;

/** Time goes by from here, or nothing happens any more. */
export const rests = ({ nextTimer, world }: Settled): boolean =>
  nextTimer === undefined || nextTimer > world.now;
