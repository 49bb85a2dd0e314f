import { expect, test } from 'vitest';

import { Play, only } from '../play.ts';

test('fails with error and cause from expressions', async () => {
  const play = await new Play(only({ Type: 'Fail', Error: '{% $states.input.e %}', Cause: 'because' }), {
    e: 'Gone',
  }).run();
  expect(play.execution).toMatchObject({ status: 'FAILED', error: 'Gone', cause: 'because' });
  expect(play.types).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed']);
});

test('may say neither', async () => {
  const play = await new Play(only({ Type: 'Fail' })).run();
  expect(play.execution).not.toHaveProperty('error');
  expect(play.events.at(-1)).toMatchObject({ type: 'ExecutionFailed', details: {} });
});
