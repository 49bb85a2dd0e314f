import { expect, test } from 'vitest';
import { noticedWords, replayWords } from '../../../../web/console/workflows/replay-words.ts';

const replayed = { journeys: 500, same: 488, earlier: 12, later: 0 };

test('one sentence tells what an edit would have changed', () => {
  expect(replayWords(replayed)).toBe(
    'Of the last 500 applications 12 would have heard earlier, none later; 488 would have noticed nothing.',
  );
  expect(replayWords({ journeys: 1, same: 0, earlier: 0, later: 1 })).toBe(
    'Of the one application none would have heard earlier, 1 later; none would have noticed nothing.',
  );
});

test.each([
  ['loyalty-offer: heard later', 'loyalty offer: heard later'],
  ['acknowledgement, decisionDue: names another date', 'acknowledgement, decision due: names another date'],
])('%s is told in words', (what, words) => expect(noticedWords(what)).toBe(words));
