import { describe, expect, test } from 'vitest';
import { statesOf } from './definition.ts';
import type { StateDefinition } from './definition.ts';
import { Journey } from './journey.ts';
import { machineNames } from './machines.ts';
import type { MachineName } from './machines.ts';
import { Scripts } from './scripts.ts';
import { playOut, stories } from './story.ts';
import type { StoryName } from './story.ts';

const told: StoryName[] = ['undecided', 'hired', 'declined', 'declined after the interview', 'withdrawn'];

/** Trouble here is told to HR and stops nothing, so there is nothing to take up. */
const stopsNothing =
  /^(Raise a task for|Tell the lead of|Publish|Tell the candidate who|Tell one|Remind one|Escalate to|Say the new)/;

/** Every other step of every machine. */
const steps = machineNames.flatMap((machine) =>
  [...statesOf(machine)].flatMap(([state, definition]) =>
    definition.Type === 'Task' && !stopsNothing.test(state) ? [[machine, state, definition] as const] : [],
  ),
);

/** What the candidate heard of the outcome, whatever was said of the trouble. */
const answers = (journey: Journey): string[] =>
  journey
    .letters('candidate')
    .filter(({ occurrence }) => !occurrence.startsWith('attention.'))
    .map(({ message, occurrence }) => `${message} ${occurrence}`)
    .toSorted();

/** Plays a story in which HR finishes the task of a stalled journey before the next thing happens. */
async function mended(story: StoryName, scripts: Scripts): Promise<Journey> {
  const journey = new Journey({ scripts });
  await journey.begin();
  const takeUp = async (): Promise<void> => {
    journey.people.takeUp();
    await journey.world.settle();
  };
  const goOn = async (): Promise<void> => {
    await journey.world.advanceTo(journey.world.now + 20 * 60_000);
    await takeUp();
  };
  await goOn();
  for (const [offset, act] of stories[story]) {
    await journey.at(offset);
    await takeUp();
    act(journey);
    await goOn();
  }
  await journey.end();
  while (journey.office.application.stalled) {
    await goOn();
    await journey.end();
  }
  return journey;
}

/** Fails for good once: whatever is tried after that works. */
function failing(machine: MachineName, state: string, it: StateDefinition): Scripts {
  const scripts = new Scripts();
  if (it.Resource?.includes('startExecution'))
    return scripts.refuses(machine, state, 'StateMachineDeleting', 1);
  return scripts.throws(machine, state, 'InvalidInput', 1);
}

/** The thanks and the survey are tried for once: a task says so, and the application is closed all the same. */
const lostWith = (machine: MachineName, state: string): string | undefined => {
  if (machine === 'loyalty-offer' || state === 'Thank with an offer') return 'loyalty-offer 1';
  return state === 'Ask how we did' ? 'survey 1' : undefined;
};

describe('a journey that could not go on is taken up again', () => {
  test.each(steps)('%s, %s: and nothing is said twice, nothing left out', async (machine, state, it) => {
    for (const story of told) {
      const journey = await mended(story, failing(machine, state, it));
      expect(journey.office.application.stage).toBe('closed');
      const lost = lostWith(machine, state);
      const calm = answers(await playOut(story)).filter((answer) => answer !== lost);
      expect(answers(journey)).toEqual(calm);
    }
  });
});

test('a journey that stops at every run is told of once, and the date that HR has stands', async () => {
  const scripts = new Scripts().throws('candidate-journey', 'Screen', 'InvalidInput');
  const journey = new Journey({ scripts });
  await journey.begin();
  for (let day = 1; day <= 6; day += 1) {
    await journey.at(`${day * 24}:00`);
    journey.people.takeUp();
    await journey.world.settle();
  }
  expect(journey.heard()).toEqual(['acknowledgement', 'decision-delayed']);
  const { promise } = journey.office.application;
  expect(promise?.kind).toBe('attention');
  const dues = [...journey.office.tasks.values()].map(({ due }) => due);
  expect(dues).toHaveLength(7);
  expect(dues.at(-1)).toBe(promise?.due);
});
