import { expect, test } from 'vitest';
import { contrast, isColour } from '../../web/console/jobs/contrast.ts';
import { snippetOf } from '../../web/console/jobs/snippet.ts';

test.each([
  ['#000000', '#ffffff', 21],
  ['#fff', '#ffffff', 1],
  ['#0b5c8a', '#ffffff', 7.2],
  ['#777777', '#fff', 4.5],
])('%s on %s', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  expect(contrast(other, one)).toBeCloseTo(ratio, 1);
});

test('what is no colour in hexadecimal is not one', () => {
  expect(['#0b5c8a', '#FFF', 'red', '#12', '#12345g', ''].map(isColour)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

const job = { jobId: 'baker-york', criteria: [], locale: 'en' as const };
const snippet = (brand?: string) =>
  snippetOf(job, 'https://jobs.example', brand === undefined ? undefined : { brand, onBrand: '#ffffff' });

test('the snippet carries colours of one’s own, and nothing that is none', () => {
  expect(snippet()).not.toContain('<style>');
  expect(snippet('#7a1f5c')).toContain('hearback-apply { --hb-brand: #7a1f5c; --hb-on-brand: #ffffff }');
  expect(snippet('red; } body { display: none')).not.toContain('<style>');
});
