import { ladderKinds } from '../../../domain/application/gate.ts';
import { locales } from '../../../domain/messages/locale.ts';
import { messageNames } from '../../../domain/messages/messages.ts';
import { contextOf } from '../../../simulator/lint/context.ts';
import { lintDefinition } from '../../../simulator/lint/lint.ts';
import { calm } from '../../../simulator/proof/choices.ts';
import type { Budget } from '../../../simulator/proof/choices.ts';
import { ladderFaultOf, timeOf } from '../../../simulator/proof/ladders.ts';
import { livenessOf } from '../../../simulator/proof/liveness.ts';
import { outage, submittedAt } from '../../../simulator/proof/parts.ts';
import { search } from '../../../simulator/proof/search.ts';
import { parsed } from '../../../tools/workflows/read.ts';
import type { Texts } from '../../../tools/workflows/read.ts';
import { templateFault } from '../../../tools/workflows/template-fault.ts';
import { root } from './edit.ts';

type Read = ReturnType<typeof parsed>;

/** How many situations each search looks at before any goes deeper. */
const shallow = 60;

/** Who refuses an edit, and what they say. */
export interface Judgement {
  readonly by: 'reader' | 'lint' | 'proof';
  readonly why: string;
}

/**
 * Parts of the whole proof, each small: what an edit breaks shows early. A second round needs a second interview, or nothing of
 * it is seen.
 */
const searches: readonly { readonly budget: Budget; readonly consents: boolean; readonly late?: number }[] = [
  { budget: { ...calm, interviews: 2, rounds: 1, interviewers: 1 }, consents: true },
  { budget: calm, consents: false },
  { budget: { ...calm, undos: 1 }, consents: true },
  { budget: { ...calm, trouble: 1 }, consents: true },
  { budget: { ...calm, interviews: 1, interviewers: 1, changes: 1 }, consents: true },
  { budget: { ...calm, questions: ['answer'], decides: false }, consents: false },
  { budget: { ...calm, questions: ['answer'], decides: false, trouble: 1 }, consents: false },
  { budget: calm, consents: false, late: outage },
];

/**
 * Checks, reads and proves an edited version, up to `limit` situations in each search; undefined when nobody objects.
 * What `known` names is no objection: it is wrong with the shipped version, too.
 */
export async function judge(
  texts: Texts,
  limit: number,
  known: ReadonlySet<string> = new Set(),
): Promise<Judgement | undefined> {
  const finding = lint(texts);
  if (finding !== undefined) return { by: 'lint', why: finding };
  let read: Read;
  try {
    read = parsed(texts);
  } catch (error) {
    return { by: 'reader', why: error instanceof Error ? error.message : String(error) };
  }
  if (Object.keys(texts.templates).length > 0) {
    const fault = await templateFault(texts, root);
    if (fault !== undefined) return { by: 'proof', why: `10 ${fault}` };
  }
  const [broken] = (await faultsOf(texts, limit, known, read)).filter((why) => !known.has(why));
  return broken === undefined ? undefined : { by: 'proof', why: broken };
}

function lint({ machines }: Texts): string | undefined {
  const templates = locales.flatMap((locale) => messageNames.map((name) => `${locale}/${name}`));
  const context = contextOf(new Map(Object.entries(machines)), new Set(templates));
  for (const [name, text] of Object.entries(machines)) {
    const found = lintDefinition(name, text, context).find(({ severity }) => severity === 'error');
    if (found) return `${found.rule} in ${name}, ${found.state ?? 'as a whole'}`;
  }
  return undefined;
}

/** What the searches find wrong with a version; without `known` all of it, else up to the first that is not known. */
export async function faultsOf(
  texts: Texts,
  limit: number,
  known?: ReadonlySet<string>,
  { machines, settings } = parsed(texts),
): Promise<string[]> {
  const wrong = laddersOf(texts, settings);
  if (wrong !== undefined) return [`8 ${wrong}`];
  const liveness = new Map(Object.entries(texts.machines).map(([name, text]) => [name, livenessOf(text)]));
  const subject = { machines, settings, liveness, at: submittedAt };
  const faults: string[] = [];
  // Most of what is broken shows a few situations from the start, in one search or another.
  for (const depth of known && shallow < limit ? [shallow, limit] : [limit]) {
    for (const { consents, ...one } of searches) {
      for (const untilBroken of known ? [true, false] : [false]) {
        const range = { ...one, consents: [consents], untilBroken };
        const { counterexamples } = await search(subject, range, depth);
        const found = counterexamples.map(({ rule, why }) => `${rule} ${why}`);
        faults.push(...found);
        if (known && found.some((why) => !known.has(why))) return faults;
        if (found.length === 0) break;
      }
    }
  }
  return faults;
}

/** A year of ladders takes long, and few edits touch the settings, most of them one kind of promise. */
const ladders = new Map<string, string | undefined>();

function laddersOf(texts: Texts, settings: Read['settings']): string | undefined {
  const most = timeOf(texts.machines);
  for (const kind of ladderKinds) {
    const { promises, calendar } = settings;
    const key = JSON.stringify([kind, most, promises[kind], calendar]);
    if (!ladders.has(key)) ladders.set(key, ladderFaultOf(kind, { promises, calendar }, most, submittedAt));
    const why = ladders.get(key);
    if (why !== undefined) return why;
  }
  return undefined;
}
