import { expect, test } from 'vitest';

import { Play } from '../play.ts';

const choice = {
  StartAt: 'C',
  States: {
    C: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.n > 10 %}', Next: 'Big', Output: 'big', Assign: { seen: 'first' } },
        { Condition: '{% $states.input.n = 5 %}', Next: 'Five' },
      ],
    },
    Big: { Type: 'Pass', Output: '{% [$states.input, $seen] %}', End: true },
    Five: { Type: 'Succeed' },
  },
};

test('takes the first rule that holds, with its Output and Assign', async () => {
  expect((await new Play(choice, { n: 11 }).run()).execution.output).toEqual(['big', 'first']);
});

test('takes the second rule when the first does not hold', async () => {
  expect((await new Play(choice, { n: 5 }).run()).execution.output).toEqual({ n: 5 });
});

test('without a rule that holds and without Default the execution fails', async () => {
  expect((await new Play(choice, { n: 1 }).run()).execution).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause:
      "An error occurred while executing the state 'C' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.",
  });
});

test('a Condition that is no boolean is an evaluation error', async () => {
  const states = {
    ...choice.States,
    C: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.n %}', Next: 'Five' }], Default: 'Big' },
  };
  expect((await new Play({ StartAt: 'C', States: states }, { n: 1 }).run()).execution.cause).toContain(
    "The JSONata expression '$states.input.n' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'number' for value: 1",
  );
});
