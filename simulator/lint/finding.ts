import type { RuleName } from './rule-names.ts';

/** From the root of a definition to a value in it: names of members and indexes of items. */
export type Path = readonly (string | number)[];

/** What a rule says about a place in a definition. */
export interface Problem {
  readonly rule: RuleName;
  /** A warning is worth a look and refuses nothing. */
  readonly severity?: 'warning';
  readonly path: Path;
  readonly message: string;
  /** What to write instead. */
  readonly mend: string;
}

/** A problem with its place in the text; lines and columns count from 1. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly column: number;
  /** The name of the state it is about; absent when it is about the whole machine. */
  readonly state?: string;
  readonly message: string;
  readonly mend: string;
}
