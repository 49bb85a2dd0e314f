import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { taskNamed } from '../../simulator/proof/hanging.ts';
import type { Machines } from '../../simulator/what-if/model/machines.ts';
import { seededRandom } from '../../simulator/asl/random.ts';
import { differences } from '../../simulator/what-if/difference.ts';
import { play } from '../../simulator/what-if/play.ts';
import { randomJourneys } from '../../simulator/what-if/random-journeys.ts';
import { scenario as scenarioSchema } from '../../simulator/what-if/scenario.ts';
import type { Scenario } from '../../simulator/what-if/scenario.ts';
import { scenarios } from '../../simulator/what-if/scenarios.ts';
import { differenceText, playedText } from './print-timeline.ts';
import { summarized } from './summarized.ts';
import { readFile } from './read-file.ts';
import { currentTexts, parsed, withEdits } from './read.ts';
import type { Surroundings } from './subcommand.ts';
import { type Run, Unfit, UsageError } from './subcommand.ts';

/** A Monday, far from any change of clocks. */
const monday = '2026-03-02T09:00:00.000Z';

interface Asked {
  readonly workflow?: string;
  readonly edit: string[];
  readonly scenario?: string;
  readonly at: string;
  readonly json: boolean;
  /** How many made-up journeys are played instead of scenarios. */
  readonly journeys?: number;
  readonly seed: number;
}

/**
 * `npm run workflows -- simulate`: plays journeys and shows who hears what when; with `--edit` also what candidates
 * would notice of it, with `--workflow` the states of that machine too. With `--journeys` it plays so many made-up ones
 * and shows what became of them all. Gives 0.
 */
export const run: Run = async (args, surroundings) => {
  const { root, print } = surroundings;
  const { workflow, edit, scenario, at, json, journeys, seed } = readArguments(args);
  const texts = currentTexts(root);
  const current = parsed(texts);
  if (workflow !== undefined && !current.machines.has(workflow))
    throw new UsageError(
      `There is no workflow ${workflow}; there are ${[...current.machines.keys()].join(', ')}.`,
    );
  const edited =
    edit.length > 0 ? parsed(withEdits(texts, edit, surroundings, nameOf(edit, workflow))) : undefined;
  if (journeys !== undefined) {
    const made = randomJourneys(journeys, seededRandom(seed), at);
    print(await summarized(made, { current, edited, total: journeys, json }));
    return 0;
  }
  const how = { at, states: workflow !== undefined };
  const plays = [];
  for (const wanted of chosen(scenario, surroundings, (edited ?? current).machines)) {
    const played = await play(edited ?? current, wanted, how);
    const timeline = played.timeline.filter(({ what, who }) => what !== 'enters' || who === workflow);
    const shown = { ...played, timeline };
    const noticed = edited && differences(await play(current, wanted, how), played);
    if (json) plays.push({ ...shown, ...(noticed && { noticed }) });
    else {
      print(playedText(wanted.title, shown, at));
      if (noticed) print(`against the current version:\n${differenceText(noticed)}\n`);
    }
  }
  if (json) print(`${JSON.stringify(plays, undefined, 2)}\n`);
  return 0;
};

/** One edited file may have any name when `--workflow` says what it is of. */
const nameOf = ([first = '', ...more]: readonly string[], workflow: string | undefined): string | undefined =>
  more.length === 0 && !first.endsWith('settings.json') ? workflow : undefined;

function readArguments(args: string[]): Asked {
  try {
    const { values } = parseArgs({
      args,
      options: {
        workflow: { type: 'string' },
        edit: { type: 'string', multiple: true, default: [] },
        scenario: { type: 'string' },
        at: { type: 'string', default: monday },
        json: { type: 'boolean', default: false },
        journeys: { type: 'string' },
        seed: { type: 'string' },
      },
    });
    if (values.journeys !== undefined && values.scenario !== undefined)
      throw new Error('--journeys makes journeys up, --scenario plays one: give one of the two.');
    if (values.journeys === undefined && values.seed !== undefined)
      throw new Error('--seed is for journeys that are made up: give --journeys N as well.');
    const at = z.iso.datetime({ offset: true }).safeParse(values.at);
    if (!at.success) throw new Error(`--at takes an instant such as ${monday}, not ${values.at}.`);
    const { journeys, seed = '1', ...rest } = values;
    return {
      ...rest,
      at: new Date(at.data).toISOString(),
      seed: numberIn('--seed', seed),
      ...(journeys !== undefined && { journeys: numberIn('--journeys', journeys) }),
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws Unfit for a failure of a state that there is not */
function withKnownStates(found: Scenario, file: string, machines: Machines): Scenario {
  for (const { machine, state } of found.failures) {
    if (!machines.has(machine))
      throw new Unfit(
        `${file}: there is no machine ${machine}; there are ${[...machines.keys()].join(', ')}.`,
      );
    if (!taskNamed(machines.get(machine), state))
      throw new Unfit(`${file}: ${machine} has no Task '${state}' that could fail.`);
  }
  return found;
}

function numberIn(option: string, text: string): number {
  const number = z.coerce.number().int().positive().safeParse(text);
  if (!number.success) throw new Error(`${option} takes a number above 0, not ${text}.`);
  return number.data;
}

/** @throws UsageError when there is no such scenario, Unfit for a file that is none */
function chosen(
  wanted: string | undefined,
  { folder }: Surroundings,
  machines: Machines,
): readonly Scenario[] {
  if (wanted === undefined) return scenarios;
  const named = scenarios.filter(({ name }) => name === wanted);
  if (named.length > 0) return named;
  if (!wanted.endsWith('.json'))
    throw new UsageError(
      `There is no scenario ${wanted}; there are ${scenarios.map(({ name }) => name).join(', ')}, or a .json file.`,
    );
  const text = readFile(resolve(folder, wanted));
  try {
    return [withKnownStates(scenarioSchema.parse(JSON.parse(text)), wanted, machines)];
  } catch (error) {
    if (error instanceof z.ZodError)
      throw new Unfit(`${wanted} is no scenario (see docs/scenarios.md):\n${z.prettifyError(error)}`);
    if (error instanceof SyntaxError) throw new Unfit(`${wanted} is no JSON: ${error.message}`);
    throw error;
  }
}
