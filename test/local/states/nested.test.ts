import { expect, test } from 'vitest';

import { Bench, only, text } from './bench.ts';

function starting(child: string, fields: object = {}): object {
  return only({
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Arguments: { StateMachineArn: child, Input: '{% $states.input %}', Name: 'child' },
    End: true,
    ...fields,
  });
}

const CHILD = 'arn:aws:states:eu-central-1:123456789012:execution:child:child';

test('the parent waits for the child and gets its output', async () => {
  const bench = new Bench();
  const child = await bench.create(
    'child',
    only({ Type: 'Wait', Seconds: 86_400, Output: { done: true }, End: true }),
  );
  const parent = await bench.start(
    await bench.create('parent', starting(child, { Output: '{% $states.result.Output %}' })),
  );
  expect(await bench.describe(parent)).toMatchObject({ status: 'RUNNING' });
  await bench.pass(86_400);
  expect(await bench.describe(parent)).toMatchObject({ status: 'SUCCEEDED', output: '{"done":true}' });
});

test('a child that ends at once does not leave the parent waiting', async () => {
  const bench = new Bench();
  const child = await bench.create('child', only({ Type: 'Fail', Error: 'Boom' }));
  const parent = await bench.start(await bench.create('parent', starting(child)));
  const { status, error, cause } = await bench.describe(parent);
  expect({ status, error }).toEqual({ status: 'FAILED', error: 'States.TaskFailed' });
  const fields = Object.keys(JSON.parse(text(cause)));
  expect(fields).toEqual(fields.toSorted());
  expect(fields).toContain('Error');
});

test('a time-out of the task, and the end of the parent, stop the child', async () => {
  const bench = new Bench();
  const child = await bench.create('child', only({ Type: 'Wait', Seconds: 86_400, End: true }));
  const parent = await bench.start(await bench.create('parent', starting(child, { TimeoutSeconds: 60 })));
  await bench.pass(60);
  expect(await bench.describe(parent)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  expect(await bench.describe(CHILD)).toMatchObject({ status: 'ABORTED' });
});

test('stopping the parent stops the child', async () => {
  const bench = new Bench();
  const child = await bench.create('child', only({ Type: 'Wait', Seconds: 86_400, End: true }));
  const parent = await bench.start(await bench.create('parent', starting(child)));
  await bench.call('StopExecution', { executionArn: parent });
  await bench.service.settled();
  const stopped = await bench.describe(CHILD);
  expect(stopped).toMatchObject({
    status: 'ABORTED',
    cause: `The Task state in AWS Step Functions execution [${parent}] which was managing this resource was aborted`,
  });
  expect(stopped).not.toHaveProperty('error');
});

test('IAM is asked under the role of the machine, and its no is an error of the service', async () => {
  const bench = new Bench();
  const child = await bench.create('child', only({ Type: 'Succeed' }));
  const machine = await bench.create('parent', starting(child));
  bench.denied.add('states:StartExecution');
  const parent = await bench.start(machine);
  const { error, cause } = await bench.describe(parent);
  expect(error).toBe('StepFunctions.AWSStepFunctionsException');
  expect(cause).toContain(
    `User: arn:aws:sts::123456789012:assumed-role/journey/states is not authorized to perform: states:StartExecution on resource: ${child} because no identity-based policy allows the states:StartExecution action`,
  );
  expect(bench.asked).toEqual([`states:StartExecution ${child}`]);
});

test.each([
  ['a b', 'InvalidName', "Invalid Name: 'a b'"],
  ['x'.repeat(81), 'Validation', 'Member must have length less than or equal to 80'],
])('a child has a name that the service takes', async (name, code, said) => {
  const bench = new Bench();
  const child = await bench.create('child', only({ Type: 'Succeed' }));
  const named = starting(child, { Arguments: { StateMachineArn: child, Name: name } });
  const { error, cause } = await bench.describe(await bench.start(await bench.create('parent', named)));
  expect(error).toBe(`StepFunctions.${code}Exception`);
  expect(cause).toContain(said);
});

test('a retry with the same name finds it taken, as on the service', async () => {
  const bench = new Bench();
  const child = await bench.create('child', only({ Type: 'Fail', Error: 'Boom' }));
  const retry = { Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 1 }] };
  const parent = await bench.start(await bench.create('parent', starting(child, retry)));
  await bench.pass(1);
  const { error, cause } = await bench.describe(parent);
  expect(error).toBe('StepFunctions.ExecutionAlreadyExistsException');
  expect(cause).toContain(
    `Execution Already Exists: '${CHILD}' (Service: AWSStepFunctions; Status Code: 400`,
  );
});
