import type { Settings } from '../../domain/settings/settings.ts';
import { readMachines } from '../what-if/model/machines.ts';
import { calm } from './choices.ts';
import type { Budget } from './choices.ts';
import { livenessOf } from './liveness.ts';
import { countPaths } from './paths.ts';
import { search } from './search.ts';
import type { Counterexample } from './search.ts';

/** What is proved of: the definitions by machine name, the settings. */
export interface Subject {
  readonly machines: Readonly<Record<string, string>>;
  readonly settings: Settings;
}

/** A part of the whole search, searched for itself: all of it at once would be too much. */
export interface Part {
  readonly title: string;
  readonly budget: Budget;
  /** Whether the candidate consented to offers. */
  readonly consents: boolean;
  /** How long after the submission the journey begins, in ms; at once when it is not said. */
  readonly late?: number;
}

/** An outage that ends well before the first date that candidates are told. */
export const outage = 6 * 3_600_000;

const both = [true, false];
const kinds: readonly (Omit<Part, 'consents'> & { readonly consents: readonly boolean[] })[] = [
  {
    title: 'one thing goes wrong, with at most one interview by one person',
    budget: { ...calm, trouble: 1, interviews: 1, interviewers: 1 },
    consents: both,
  },
  {
    title: 'a question is asked, and one thing goes wrong while nobody decides',
    budget: { ...calm, questions: ['answer'], trouble: 1, decides: false },
    consents: [false],
  },
  {
    title: 'a question is asked, or a call booked',
    budget: { ...calm, questions: ['answer', 'call'] },
    consents: [true],
  },
  {
    title: 'one person interviews, and then again',
    budget: { ...calm, interviews: 2, rounds: 1, interviewers: 1 },
    consents: both,
  },
  {
    title: 'two people interview, and the interview is moved or cancelled',
    budget: { ...calm, interviews: 1, changes: 1, interviewers: 2 },
    consents: both,
  },
  { title: 'one decision is undone', budget: { ...calm, undos: 1 }, consents: both },
  { title: 'the journey begins six hours late', budget: calm, consents: [false], late: outage },
];

/** Everything that is searched; the largest come first, for whoever searches several at a time. */
export const parts: readonly Part[] = kinds.flatMap(({ title, consents, ...kind }) =>
  consents.map((one) => ({
    ...kind,
    title: `${title}; ${one ? 'consents to offers' : 'no consent to offers'}`,
    consents: one,
  })),
);

/** What one part was found to be; plain data, so that a worker can send it. */
export interface PartFound {
  readonly title: string;
  /** False when the search was given up before its end. */
  readonly complete: boolean;
  /** Different situations in which time goes by, and ways from one to the next. */
  readonly places: number;
  readonly edges: number;
  /** As text, for there are more than a number holds; none when the search was given up, or a path is endless. */
  readonly paths?: string;
  /** A path leads back to where it was. */
  readonly endless: boolean;
  readonly counterexamples: readonly Counterexample[];
}

/** Told from time to time how far a search is: situations found so far, and those still to be looked at. */
export type OnProgress = (places: number, waiting: number) => void;

/** A Monday in spring: no change of clocks for half a year. */
export const submittedAt = '2026-04-13T09:00:00.000Z';

/**
 * Looks at every path of one part, at `limit` situations at most. The same input gives the same answer. With `states`
 * counterexamples tell which states were entered, too.
 * @throws InvalidDefinition for a machine that Step Functions would refuse
 */
export async function searchPart(
  { machines, settings }: Subject,
  { title, budget, consents, late = 0 }: Part,
  limit: number,
  onProgress?: OnProgress,
  states = false,
): Promise<PartFound> {
  const liveness = new Map(Object.entries(machines).map(([name, text]) => [name, livenessOf(text)]));
  const subject = { machines: readMachines(machines), settings, liveness, at: submittedAt };
  const { complete, places, edges, children, roots, counterexamples } = await search(
    subject,
    { budget, consents: [consents], late },
    limit,
    onProgress,
    states,
  );
  const paths = complete ? countPaths(children, roots) : undefined;
  return {
    title,
    complete,
    places,
    edges,
    ...(paths !== undefined && { paths: String(paths) }),
    endless: complete && paths === undefined,
    counterexamples,
  };
}
