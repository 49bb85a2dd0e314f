import { parseArgs } from 'node:util';
import * as z from 'zod';
import { differences } from '../../simulator/what-if/difference.ts';
import { play } from '../../simulator/what-if/play.ts';
import type { Version } from '../../simulator/what-if/play.ts';
import { scenario as scenarioSchema } from '../../simulator/what-if/scenario.ts';
import type { Scenario } from '../../simulator/what-if/scenario.ts';
import { scenarios } from '../../simulator/what-if/scenarios.ts';
import { differenceText, playedText } from './print-timeline.ts';
import { Refused, currentTexts, parsed, readFile, withEdit } from './read.ts';

/** A Monday, far from any change of clocks. */
const monday = '2026-03-02T09:00:00.000Z';

const usage = `simulate [--workflow NAME] [--edit FILE] [--scenario FILE|NAME] [--at INSTANT] [--json] [--bench]
  plays whole journeys on a virtual clock and shows who hears what when
  --edit FILE      an edited machine or settings.json: shows what candidates would notice of it
  --workflow NAME  which machine FILE is of; without --edit, shows the states of that machine too
  --scenario       one of ${scenarios.map(({ name }) => name).join(', ')}, or a file`;

/** `npm run workflows -- simulate`; gives the exit code: 0, or 2 for a question that cannot be answered. */
export async function run(argv: string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        workflow: { type: 'string' },
        edit: { type: 'string' },
        scenario: { type: 'string' },
        at: { type: 'string', default: monday },
        json: { type: 'boolean', default: false },
        bench: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) process.stdout.write(`${usage}\n`);
    else if (values.bench) await bench(parsed(currentTexts()));
    else await simulate(values);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${error instanceof z.ZodError ? z.prettifyError(error) : error.message}\n`);
    return 2;
  }
}

interface Asked {
  readonly workflow?: string | undefined;
  readonly edit?: string | undefined;
  readonly scenario?: string | undefined;
  readonly at: string;
  readonly json: boolean;
}

async function simulate({ workflow, edit, scenario, at: given, json }: Asked): Promise<void> {
  const at = z.iso.datetime({ offset: true }).parse(given);
  const texts = currentTexts();
  const current = parsed(texts);
  const edited = edit === undefined ? undefined : parsed(withEdit(texts, edit, workflow));
  const start = new Date(at).toISOString();
  const how = { at: start, states: workflow !== undefined };
  for (const wanted of chosen(scenario)) {
    const played = await play(edited ?? current, wanted, how);
    const timeline = played.timeline.filter(({ what, who }) => what !== 'enters' || who === workflow);
    const shown = { ...played, timeline };
    const noticed = edited && differences(await play(current, wanted, how), played);
    if (json) process.stdout.write(`${JSON.stringify({ ...shown, ...(noticed && { noticed }) })}\n`);
    else {
      process.stdout.write(playedText(wanted.title, shown, start));
      if (noticed) process.stdout.write(`against the current version:\n${differenceText(noticed)}\n`);
    }
  }
}

/** @throws Refused when there is no such scenario */
function chosen(scenario: string | undefined): readonly Scenario[] {
  if (scenario === undefined) return scenarios;
  const named = scenarios.filter(({ name }) => name === scenario);
  if (named.length > 0) return named;
  if (!scenario.endsWith('.json')) throw new Refused(`there is no scenario ${scenario}\n${usage}`);
  return [scenarioSchema.parse(JSON.parse(readFile(scenario)))];
}

/** Plays all scenarios again and again for some seconds of computing. */
async function bench(version: Version): Promise<void> {
  const seconds = 5;
  let played = 0;
  const round = async (): Promise<void> => {
    for (const scenario of scenarios) await play(version, scenario, { at: monday });
    played += scenarios.length;
  };
  await round();
  played = 0;
  const start = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000_000;
  };
  while (spent() < seconds) await round();
  process.stdout.write(
    `${Math.round(played / spent())} whole journeys a second of one core (${played} in ${spent().toFixed(1)} s)\n`,
  );
}
