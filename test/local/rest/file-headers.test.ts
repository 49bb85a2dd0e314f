import { expect, it } from 'vitest';
import { fileHeaders } from '../../../local/rest/file-headers.ts';

const upload = (cacheControl: string | undefined, exclude: string[] = [], include: string[] = []) => ({
  prefix: '',
  exclude,
  include,
  cacheControl,
});
const kept = { 'cache-control': 'kept' };
const asked = { 'cache-control': 'asked' };

it('gives what the deployment that takes a file says', () => {
  const headersOf = fileHeaders([
    upload('kept', ['*'], ['assets/*-????.js']),
    upload('asked', ['assets/*-????.js']),
  ]);
  expect(headersOf('assets/careers-1A2B.js')).toEqual(kept);
  expect(headersOf('assets/deep/careers-1A2B.js')).toEqual(kept);
  expect(headersOf('assets/careers-1A2BC.js')).toEqual(asked);
  expect(headersOf('assets/careers-1A2Bxjs')).toEqual(asked);
  expect(headersOf('console/assets/careers-1A2B.js')).toEqual(asked);
});

it('lets a later deployment overwrite an earlier one, below its own folder', () => {
  const headersOf = fileHeaders([upload('asked'), { ...upload('kept'), prefix: 'console/' }]);
  expect(headersOf('console/config.json')).toEqual(kept);
  expect(headersOf('careers/index.html')).toEqual(asked);
});

it('says nothing where no deployment does', () => {
  expect(fileHeaders([])('index.html')).toEqual({});
  expect(fileHeaders([upload(undefined)])('index.html')).toEqual({});
});

it('refuses a pattern it cannot follow', () => {
  expect(() => fileHeaders([upload('kept', ['assets/[a-z]*'])])).toThrow('assets/[a-z]*');
});
