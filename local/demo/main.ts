import { parseArgs } from 'node:util';
import { begunAnew, freshCloud, synthesized } from './fresh-cloud.ts';
import type { Fresh } from './fresh-cloud.ts';
import { play } from './play.ts';
import type { Played } from './play.ts';
import { print } from './print.ts';
import { scenarioNames } from './scenarios.ts';
import type { ScenarioName } from './scenarios.ts';

const usage = `npm run demo -- [--scenario ${[...scenarioNames, 'all'].join('|')}] [--start INSTANT] [--json]`;

interface Asked {
  readonly names: readonly ScenarioName[];
  readonly start: string;
  readonly json: boolean;
}

/** What was asked for; a mistake is said with the way to mend it. */
function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', default: 'all' },
      start: { type: 'string', default: '2026-03-03T14:05:00Z' },
      json: { type: 'boolean', default: false },
    },
  });
  const names = scenarioNames.filter((name) => values.scenario === 'all' || values.scenario === name);
  if (names.length === 0) throw new Error(`there is no scenario ${values.scenario}`);
  if (!Number.isFinite(Date.parse(values.start))) {
    throw new Error(`--start ${values.start} is no instant; write it like 2026-03-03T14:05:00Z`);
  }
  return { names, start: new Date(values.start).toISOString(), json: values.json };
}

/** Each scenario begins on an empty cloud, so that none sees another's clock, inbox or limits. */
async function run({ names, start, json }: Asked): Promise<void> {
  process.stderr.write('synthesizing the stack…\n');
  const { assembly, dispose } = await synthesized();
  const played: Played[] = [];
  let fresh: Fresh | undefined;
  try {
    for (const [position, name] of names.entries()) {
      process.stderr.write(`playing ${name} (${position + 1} of ${names.length})…\n`);
      fresh = await (fresh ? begunAnew(fresh, start) : freshCloud(assembly, start));
      const done = await play(fresh.siteUrl, fresh.shopKey, name);
      played.push(done);
      if (!json) console.log(print(done));
    }
  } finally {
    await fresh?.cloud.stop();
    await dispose();
  }
  if (json) console.log(JSON.stringify({ scenarios: played }));
}

let asked: Asked;
try {
  asked = readArguments();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exit(2);
}
await run(asked);
