import type { Settings } from '../../domain/settings/settings.ts';
import { readMachines } from '../what-if/model/machines.ts';
import type { Entry } from '../what-if/timeline.ts';
import { ladderFault } from './ladders.ts';
import { livenessOf } from './liveness.ts';
import { countPaths } from './paths.ts';
import { rules } from './rules/rules.ts';
import { search } from './search.ts';
import type { Searched } from './search.ts';

/** What the proof says of one rule. `undecided`: the search was given up before its end and found nothing so far. */
export interface Verdict {
  readonly rule: number;
  readonly title: string;
  readonly verdict: 'holds' | 'broken' | 'undecided';
  readonly why?: string;
  /** The shortest way there that was found. */
  readonly timeline?: readonly Entry[];
}

export interface Proof {
  readonly complete: boolean;
  /** Different situations in which time goes by, and ways from one to the next. */
  readonly places: number;
  readonly edges: number;
  /** As text, for there are more than a number holds; none when the search was given up. */
  readonly paths?: string;
  readonly verdicts: readonly Verdict[];
}

/** What is proved of: the definitions by machine name, the settings, what is wrong with the templates. */
export interface Edited {
  readonly machines: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly templateFault: string | undefined;
}

/**
 * What is searched, each part for itself, for all of it at once would be too much: one thing goes wrong, with at most
 * one interview by one person; one decision is undone; two people interview, and the interview is moved or cancelled.
 */
const parts = [
  { trouble: 0, undos: 1, interviews: 0, changes: 0, interviewers: 0 },
  { trouble: 0, undos: 0, interviews: 1, changes: 1, interviewers: 2 },
  { trouble: 1, undos: 0, interviews: 1, changes: 0, interviewers: 1 },
];

/** A Monday in spring: no change of clocks for half a year. */
const at = '2026-04-13T09:00:00.000Z';
const title10 = 'every template exists in every locale with every variable it needs';

/**
 * Looks at every path, at `limit` situations at most in each part. The same input gives the same proof.
 * @throws InvalidDefinition for a machine that Step Functions would refuse
 */
export async function prove({ machines, settings, templateFault }: Edited, limit: number): Promise<Proof> {
  const liveness = new Map(Object.entries(machines).map(([name, text]) => [name, livenessOf(text)]));
  const subject = { machines: readMachines(machines), settings, liveness, at };
  const searches: Searched[] = [];
  for (const part of parts) searches.push(await search(subject, limit, part));
  const complete = searches.every((one) => one.complete);
  const counts = searches.map(({ children, roots }) => (complete ? countPaths(children, roots) : 0n));
  const endless = counts.includes(undefined);
  const total = (of: (one: Searched) => number): number => searches.reduce((sum, one) => sum + of(one), 0);
  const faults = new Map<number, string | undefined>([
    [8, ladderFault(settings, at) ?? (endless ? 'a path leads back to where it was' : undefined)],
  ]);
  return {
    complete,
    places: total(({ places }) => places),
    edges: total(({ edges }) => edges),
    ...(complete &&
      !endless && { paths: String(counts.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n)) }),
    verdicts: [
      ...rules.map(({ number, title }) => verdictOn(number, title, searches, faults.get(number))),
      templateFault === undefined
        ? { rule: 10, title: title10, verdict: 'holds' }
        : { rule: 10, title: title10, verdict: 'broken', why: templateFault },
    ],
  };
}

function verdictOn(
  rule: number,
  title: string,
  searches: readonly Searched[],
  fault: string | undefined,
): Verdict {
  const [found] = searches
    .flatMap(({ counterexamples }) => counterexamples.filter((one) => one.rule === rule))
    .toSorted((one, other) => one.timeline.length - other.timeline.length);
  if (found) return { rule, title, verdict: 'broken', why: found.why, timeline: found.timeline };
  if (fault !== undefined) return { rule, title, verdict: 'broken', why: fault };
  return { rule, title, verdict: searches.every(({ complete }) => complete) ? 'holds' : 'undecided' };
}
