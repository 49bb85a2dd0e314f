import { expect, test, vi } from 'vitest';
import { ladderFault } from '../../../simulator/proof/ladders.ts';
import { livenessOf } from '../../../simulator/proof/liveness.ts';
import { prove } from '../../../simulator/proof/prove.ts';
import { search } from '../../../simulator/proof/search.ts';
import { calm } from '../../../simulator/proof/choices.ts';
import type { Budget } from '../../../simulator/proof/choices.ts';
import { currentTexts, parsed } from '../../../tools/workflows/read.ts';
import type { Texts } from '../../../tools/workflows/read.ts';

// Each explores every path of all machines.
vi.setConfig({ testTimeout: 600_000 });

const shipped = currentTexts(new URL('../../..', import.meta.url).pathname);
const at = '2026-04-13T09:00:00.000Z';
const troubled: Budget = { ...calm, trouble: 1 };

/** The rules that a search finds broken. */
async function broken(texts: Texts, budget: Budget, limit = 150): Promise<number[]> {
  const liveness = new Map(Object.entries(texts.machines).map(([name, text]) => [name, livenessOf(text)]));
  const { counterexamples } = await search(
    { ...parsed(texts), liveness, at },
    { budget, consents: [true, false] },
    limit,
  );
  return counterexamples.map(({ rule }) => rule);
}

interface State {
  [field: string]: unknown;
}

/** The texts with one state of a machine changed. */
function edited(machine: string, state: string, change: (state: State) => void): Texts {
  const definition: { States: Record<string, State> } = JSON.parse(shipped.machines[machine] ?? '{}');
  const found = definition.States[state];
  if (!found) throw new Error(`${machine} has no ${state}`);
  change(found);
  return { ...shipped, machines: { ...shipped.machines, [machine]: JSON.stringify(definition) } };
}

const onward = (machine: string, state: string, to: string) =>
  edited(machine, state, (it) => void (it['Next'] = to));
const worded = (machine: string, before: string, after: string): Texts => {
  const text = shipped.machines[machine] ?? '';
  if (!text.includes(before)) throw new Error(`${machine} does not say ${before}`);
  return { ...shipped, machines: { ...shipped.machines, [machine]: text.replaceAll(before, after) } };
};
const redirected = (machine: string, state: string, index: number, to: string, when?: string) =>
  edited(machine, state, (it) => {
    const choices: unknown = it['Choices'];
    const choice: unknown = Array.isArray(choices) ? choices[index] : undefined;
    if (typeof choice !== 'object' || choice === null) throw new Error('no such branch');
    Object.assign(choice, { Next: to, ...(when !== undefined && { Condition: `{% ${when} %}` }) });
  });
const journey = 'candidate-journey';
const promise = 'keep-promise';

test.each<[string, number, Texts]>([
  [
    'somebody else is acknowledged',
    1,
    worded(journey, '"message": "acknowledgement"', '"message": "survey"'),
  ],
  ['declined ones are invited', 2, redirected(journey, 'What was decided?', 1, 'Invite')],
  [
    'a wait that outlasts the promise',
    2,
    edited(promise, 'Wait for a person', (it) => void (it['TimeoutSeconds'] = 9_000_000)),
  ],
  ['reminders about another message', 9, worded(promise, '$rungs[$next].message', '$rungs[$next].action')],
  [
    'the offer does not wait',
    6,
    redirected('loyalty-offer', 'Still welcome?', 0, 'Issue the offer', "$gate.status = 'pending'"),
  ],
  ['the application is never closed', 4, onward(journey, 'Ask how we did', 'Journey over')],
])('an edit is caught: %s', async (_, rule, texts) => {
  expect(await broken(texts, calm)).toContain(rule);
});

test('while every step works, the shipped machines keep every promise', async () => {
  expect(await broken(shipped, calm)).toEqual([]);
});

test('a Catch that is removed is missed', async () => {
  const texts = edited(journey, 'Screen', (it) => void delete it['Catch']);
  expect(await broken(texts, troubled, 40)).toContain(9);
});

test('a failure that moves a date at once is told at once, and is no second message for one moment', async () => {
  const settings = shipped.settings.replace('"within": "PT48H"', '"within": "PT12H"');
  expect(settings).not.toBe(shipped.settings);
  expect(await broken({ ...shipped, settings }, troubled, 60)).toEqual([]);
});

test('a Wait before the word of a decision is named, with how to mend it', async () => {
  const { machines, ...rest } = onward(journey, 'Begin the journey', 'Breathe');
  const breathe = '"Breathe": { "Type": "Wait", "Seconds": 300, "Next": "Acknowledge" },';
  const text = (machines[journey] ?? '').replace('"States":{', `"States":{${breathe}`);
  const texts = { ...rest, machines: { ...machines, [journey]: text } };
  const liveness = new Map(Object.entries(texts.machines).map(([name, one]) => [name, livenessOf(one)]));
  const { counterexamples } = await search(
    { ...parsed(texts), liveness, at },
    { budget: calm, consents: [true] },
    20,
  );
  expect(counterexamples.map(({ why }) => why)).toContainEqual(
    expect.stringMatching(/has heard nothing: 'Breathe' of candidate-journey waits first.*take it out/),
  );
});

test('a machine gives up after every promise it keeps, whenever that is made', () => {
  const { settings } = parsed(shipped);
  const after = (days: number) => ({
    ...shipped.machines,
    'keep-promise': (shipped.machines['keep-promise'] ?? '').replace('15552000', String(days * 86_400)),
  });
  expect(ladderFault({ machines: after(20), settings }, at)).toBeUndefined();
  // Long enough for whatever begins on a Monday.
  expect(ladderFault({ machines: after(6), settings }, at)).toMatch(/its machine has given up/);
});

test('a decline that is made from a decision which gave no reasons is missed', async () => {
  const texts = edited(journey, 'Decline', (it) => {
    const payload = it['Arguments'];
    it['Arguments'] = JSON.parse(JSON.stringify(payload).replace('{% $decidedAt %}', 'shortlist-1'));
  });
  expect(await broken(texts, calm, 300)).toContain(9);
});

test('a search that is given up never says that a rule holds', async () => {
  const { machines, settings } = { machines: shipped.machines, settings: parsed(shipped).settings };
  const { complete, verdicts } = await prove({ machines, settings, templateFault: undefined }, 1);
  expect(complete).toBe(false);
  expect(verdicts.filter(({ rule }) => rule < 10).map(({ verdict }) => verdict)).not.toContain('holds');
});
