import { describe, expect, test } from 'vitest';
import { play } from '../../../../simulator/what-if/play.ts';
import { scenarios } from '../../../../simulator/what-if/scenarios.ts';
import { currentTexts, parsed } from '../../../../tools/workflows/read.ts';
import { hardStart, instantOf } from '../../../../web/console/time/start-instant.ts';
import { momentsOf, readable, since, standingAfter } from '../../../../web/console/workflows/timeline.ts';

const at = '2026-03-02T09:00:00.000Z';
const [silent] = scenarios;
if (silent?.name !== 'silent') throw new Error('the first scenario is another one');
const { timeline } = await play(parsed(currentTexts(process.cwd())), silent, { at, states: true });

describe('a played journey', () => {
  test('is cut into its instants', () => {
    const moments = momentsOf(timeline);
    expect(moments[0]?.at).toBe(at);
    expect(moments.flatMap(({ entries }) => entries)).toEqual(timeline);
    const instants = moments.map((moment) => moment.at);
    expect(instants).toEqual([...new Set(instants)].toSorted());
  });

  test('stands, after its first instant, with the decision promised and its machines waiting', () => {
    const [first] = momentsOf(timeline);
    const { promises, states, passed, heard } = standingAfter(timeline, first?.entries.length ?? 0);
    expect(promises).toContainEqual({ about: 'acknowledgement', status: 'kept', due: undefined });
    expect(promises).toContainEqual(
      expect.objectContaining({ status: 'made', due: '2026-03-04T09:00:00.000Z' }),
    );
    expect(states.get('candidate-journey')).toBe('Decide on the shortlist');
    expect(states.get('keep-promise')).toBe('Wait for a person');
    expect([...(passed.get('keep-promise') ?? [])]).toEqual(
      expect.arrayContaining(['Make the promise', 'Wait for a person']),
    );
    expect(heard?.text).toBe('acknowledgement');
  });

  test('went, in its last instant only, through the states it entered then', () => {
    const delayed = timeline.find(({ text }) => text === 'decision-delayed');
    const { passed } = standingAfter(timeline, timeline.findLastIndex(({ at }) => at === delayed?.at) + 1);
    expect(passed.get('keep-promise')).toContain('Tell the candidate of the delay');
    expect(passed.get('keep-promise')).not.toContain('Make the promise');
  });

  test('stands with its promise broken, then with the honest new date', () => {
    const broken = timeline.findIndex(({ what, text }) => what === 'promise' && text.startsWith('broken'));
    const promiseAt = (count: number) =>
      standingAfter(timeline, count).promises.find(({ about }) => about.startsWith('shortlist'));
    expect(promiseAt(broken + 1)?.status).toBe('broken');
    expect(promiseAt(timeline.length)).toMatchObject({ status: 'made', due: '2026-03-05T09:00:00.000Z' });
  });
});

test('instants become readable, and how long it took', () => {
  expect(readable('promised for 2026-03-04T09:00:00.000Z', () => 'Wed')).toBe('promised for Wed');
  expect(since(at, '2026-03-04T09:05:00.000Z')).toBe('+48:05');
});

test('the start is the next Friday, 16:50 on the company’s clock', () => {
  const wednesday = Date.parse('2026-03-04T12:00:00.500Z') + 0.25;
  expect(hardStart(wednesday, 'Europe/London')).toEqual({ date: '2026-03-06', time: '16:50' });
  expect(hardStart(Date.parse('2026-03-06T12:00:00Z'), 'Europe/London').date).toBe('2026-03-13');
  expect(instantOf('2026-07-03', '16:50', 'Europe/Madrid')).toBe('2026-07-03T14:50:00.000Z');
  expect(instantOf('2026-02-31', '16:50', 'Europe/Madrid')).toBeUndefined();
});
