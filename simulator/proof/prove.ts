import type { Entry } from '../what-if/timeline.ts';
import { ladderFault } from './ladders.ts';
import { parts, searchPart, submittedAt } from './parts.ts';
import type { OnProgress, PartFound, Subject } from './parts.ts';
import { rules } from './rules/rules.ts';

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
  /** Every rule holds. */
  readonly holds: boolean;
  /** Every part was searched to its end. */
  readonly complete: boolean;
  /** Different situations in which time goes by, and ways from one to the next. */
  readonly places: number;
  readonly edges: number;
  /** As text, for there are more than a number holds; none when a search was given up, or a path is endless. */
  readonly paths?: string;
  readonly verdicts: readonly Verdict[];
  /** What was looked at, part by part. */
  readonly parts: readonly Omit<PartFound, 'counterexamples'>[];
}

/** What is proved of: the definitions by machine name, the settings, what is wrong with the templates. */
export interface Edited extends Subject {
  readonly templateFault: string | undefined;
}

const title10 = 'every template exists in every locale with every variable it needs';

/**
 * Looks at every path, at `limit` situations at most in each part. The same input gives the same proof.
 * `onProgress` is told the situations found so far in all parts, and those still to be looked at.
 * @throws InvalidDefinition for a machine that Step Functions would refuse
 */
export async function prove(edited: Edited, limit: number, onProgress?: OnProgress): Promise<Proof> {
  const found: PartFound[] = [];
  for (const part of parts) {
    const before = found.reduce((sum, { places }) => sum + places, 0);
    const seen = onProgress && ((places: number, waiting: number) => onProgress(before + places, waiting));
    found.push(await searchPart(edited, part, limit, seen));
  }
  return conclude(edited, found);
}

/** The proof that follows from what was found in each of `parts`, in their order. */
export function conclude(edited: Edited, found: readonly PartFound[]): Proof {
  const complete = found.every((part) => part.complete);
  const endless = found.some((part) => part.endless);
  const circle = endless ? 'a path leads back to where it was' : undefined;
  const faults = new Map([[8, ladderFault(edited, submittedAt) ?? circle]]);
  const searched = rules.map(({ number, title }) => verdictOn(number, title, found, faults.get(number)));
  const verdicts = [...searched, verdictOn(10, title10, [], edited.templateFault)];
  const counts = found.flatMap(({ paths }) => paths ?? []);
  return {
    holds: verdicts.every(({ verdict }) => verdict === 'holds'),
    complete,
    places: found.reduce((sum, { places }) => sum + places, 0),
    edges: found.reduce((sum, { edges }) => sum + edges, 0),
    ...(counts.length === found.length && {
      paths: String(counts.reduce((sum, count) => sum + BigInt(count), 0n)),
    }),
    verdicts,
    parts: found.map(({ counterexamples: _, ...part }) => part),
  };
}

function verdictOn(
  rule: number,
  title: string,
  parts: readonly PartFound[],
  fault: string | undefined,
): Verdict {
  const [found] = parts
    .flatMap(({ counterexamples }) => counterexamples.filter((one) => one.rule === rule))
    .toSorted((one, other) => one.timeline.length - other.timeline.length);
  if (found) return { rule, title, verdict: 'broken', why: found.why, timeline: found.timeline };
  if (fault !== undefined) return { rule, title, verdict: 'broken', why: fault };
  return { rule, title, verdict: parts.every(({ complete }) => complete) ? 'holds' : 'undecided' };
}
