import { expect, test } from 'vitest';
import { placeOf } from '../../../../tools/workflows/live/place.ts';

const texts = { text: 'as edited', live: 'as it is live' };
const journey = {
  kind: 'workflow',
  workflow: 'keep-promise',
  title: 'keep-promise.asl.json',
  ...texts,
} as const;
const decline = {
  kind: 'template',
  message: 'decline',
  locale: 'es',
  title: 'es/decline.md',
  ...texts,
} as const;
const settings = { kind: 'settings', title: 'settings.json', ...texts } as const;

test('what is live goes into the file that was named, wherever it is', () => {
  const named = ['/copies/keep-promise.asl.json', '/copies/es/decline.md', '/copies/settings.json'];
  for (const [index, pair] of [journey, decline, settings].entries())
    expect(placeOf(pair, named, '/repository')).toBe(named[index]);
});

test('without a name it goes into the repository', () => {
  expect(placeOf(journey, [], '/repository')).toBe('/repository/workflows/keep-promise.asl.json');
  expect(placeOf(settings, ['/copies/en/decline.md'], '/repository')).toBe(
    '/repository/workflows/settings.json',
  );
  expect(placeOf(decline, ['/copies/en/decline.md'], '/repository')).toBe(
    '/repository/templates/es/decline.md',
  );
});
