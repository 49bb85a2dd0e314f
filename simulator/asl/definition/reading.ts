import type { Reader } from './reader.ts';
import type { Block, State } from './types.ts';

/** What reading a state needs to know of what is around it. */
export interface Reading {
  readonly name: string;
  /** The query language of the whole machine: branches inherit it, not the state's around them. */
  readonly machineLanguage: string;
  /** Reads the states of a branch or item processor. */
  readonly readBlock: (reader: Reader) => Block | undefined;
}

/** Reads the fields of one type of state; undefined, with a finding, when it cannot run. */
export type ReadState = (reader: Reader, reading: Reading) => State | undefined;

/** Longest time in seconds that the service takes. */
export const MAX_SECONDS = 99_999_999;
