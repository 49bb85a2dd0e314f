import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { currentTexts, parsed } from '../../../../tools/workflows/read.ts';
import { locales } from '../../../../domain/messages/locale.ts';
import { messageNames } from '../../../../domain/messages/messages.ts';
import {
  conclude,
  countParts,
  lint,
  replay,
  search,
  simulate,
} from '../../../../web/console/workflows/worker/answers.ts';
import { honestly } from '../../../../web/console/workflows/worker/cannot-try.ts';
import type { Edition } from '../../../../web/console/workflows/worker/contract.ts';
import { hash } from '../../../../web/console/workflows/worker/hash.ts';
import { scenarioTitles } from '../../../../web/console/workflows/worker/scenario-names.ts';

const texts = currentTexts(process.cwd());
const shipped: Edition = {
  machines: texts.machines,
  settings: parsed(texts).settings,
  templates: locales.flatMap((locale) => messageNames.map((name) => `${locale}/${name}`)),
};
const at = '2026-03-06T16:50:00.000Z';

/** The shipped machines with a text of one of them changed. */
function edited(machine: string, before: string, after: string): Edition {
  const text = shipped.machines[machine] ?? '';
  if (!text.includes(before)) throw new Error(`${machine} does not say ${before}`);
  return { ...shipped, machines: { ...shipped.machines, [machine]: text.replace(before, after) } };
}

test('nothing is wrong with what is shipped', async () => {
  for (const name of Object.keys(shipped.machines))
    expect(await lint({ edition: shipped, name })).toEqual([]);
});

test('an edit is found wrong at its line, with how to mend it', async () => {
  const broken = edited('candidate-journey', '"message": "acknowledgement"', '"message": "acknowledgment"');
  const [finding] = await lint({ edition: broken, name: 'candidate-journey' });
  const line = broken.machines['candidate-journey']?.split('\n')[(finding?.line ?? 0) - 1];
  expect(line).toContain('acknowledgment');
  expect(finding).toMatchObject({ rule: 'unknown-message', severity: 'error' });
  expect(finding?.mend).not.toBe('');
});

test('every journey that is offered can be played, and unedited nobody notices anything', async () => {
  const scenarios = scenarioTitles.map(({ name }) => name);
  const simulated = await simulate({ edited: shipped, published: shipped, scenarios, at });
  expect(simulated.map(({ played }) => played.scenario)).toEqual(scenarios);
  expect(simulated.flatMap(({ noticed }) => noticed)).toEqual([]);
});

test('what candidates would notice of an edit is told', async () => {
  const settings = { ...shipped.settings, loyalty: { pause: 'P3D', surveyPause: 'P5D' } };
  const [silent] = await simulate({
    edited: { ...shipped, settings },
    published: shipped,
    scenarios: ['silent'],
    at,
  });
  expect(silent?.noticed).toContainEqual(
    expect.objectContaining({ message: 'loyalty-offer', change: 'heard later' }),
  );
});

test('past applications are played against an edit, and how far that is is told', async () => {
  const { shortlist } = shipped.settings.promises;
  const promises = { ...shipped.settings.promises, shortlist: { ...shortlist, within: 'PT24H' } };
  const one = { name: '01KJPZ3C8RQ0VBTN5W2XEDF7QM', title: 'An application', at, consents: false };
  const declined = { act: 'decide', on: 'shortlist', outcome: 'declined', after: 'PT20H' };
  const journeys = [
    { ...one, acts: [] },
    { ...one, acts: [declined] },
  ];
  const told: unknown[] = [];
  const summary = await replay(
    { edited: { ...shipped, settings: { ...shipped.settings, promises } }, published: shipped, journeys },
    (progress) => told.push(progress),
  );
  expect(summary).toMatchObject({
    journeys: 2,
    failed: 0,
    earlier: 1,
    later: 0,
    shifts: new Map([['a day earlier', 1]]),
  });
  expect(told).toEqual([
    { places: 1, waiting: 1 },
    { places: 2, waiting: 0 },
  ]);
  const unknown = { ...one, acts: [{ act: 'dance', after: 'P1D' }] };
  expect(() => replay({ edited: shipped, published: shipped, journeys: [unknown] }, () => undefined)).toThrow(
    /cannot be played/,
  );
});

test('a counterexample can be played on the graph: it tells every state', async () => {
  const edition = edited('candidate-journey', '"message": "acknowledgement"', '"message": "survey"');
  const last = (await countParts()) - 1;
  const found = await search({ edition, part: last }, () => undefined);
  const proof = await conclude({ edition, found: [found] });
  const timeline = proof.verdicts.find(({ rule }) => rule === 1)?.timeline ?? [];
  const entered = timeline.filter(({ what }) => what === 'enters').map(({ text }) => text);
  expect(entered.slice(0, 3)).toEqual(['Remember the application', 'Begin the journey', 'Acknowledge']);
}, 120_000);

test('digests are those of the service', async () => {
  for (const [name, algorithm] of [
    ['SHA-1', 'sha1'],
    ['SHA-256', 'sha256'],
    ['SHA-512', 'sha512'],
  ] as const)
    expect(await hash('an application', name)).toBe(
      createHash(algorithm).update('an application').digest('hex'),
    );
  expect(await hash(3, 'SHA-1')).toBeUndefined();
});

test('what a browser cannot digest makes the whole answer worthless, even where a machine catches it', async () => {
  const catching = honestly(async () => {
    await hash('x', 'MD5').catch(() => undefined);
    return 'it works';
  });
  await expect(catching).rejects.toThrow('$hash with MD5 cannot be tried in the browser');
  await expect(honestly(async () => 'it works')).resolves.toBe('it works');
});
