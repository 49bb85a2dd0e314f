import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applicationWrite, readApplication } from '../../../functions/adapters/store/applications.ts';
import { gateWrite } from '../../../functions/adapters/store/gates.ts';
import { sweepQueue } from '../../../functions/adapters/store/keys.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { takingUp } from '../../../functions/adapters/store/taking-up.ts';
import { stallQuestion } from '../../../functions/adapters/store/question-runs.ts';
import { questionCreation, readQuestion } from '../../../functions/adapters/store/questions.ts';
import { startOf } from '../../../functions/adapters/store/starts.ts';
import { sweepUp } from '../../../functions/events/sweep.ts';
import { seedApplication, seedGate } from '../api/applications.ts';
import { seedJob, seedSettings } from '../api/seed.ts';
import { useTable } from '../dynamodb.ts';
import { queued } from '../queued.ts';

const table = useTable();
const at = '2026-03-03T10:00:00.000Z';
const soon = '2026-03-03T10:00:59.999Z';
const later = '2026-03-03T10:15:00.000Z';
const workflows = new SFNClient({ region: 'us-east-1' });
const sfn = mockClient(workflows);
const sweep = (time: string) =>
  sweepUp({ table: table(), workflows, journeys: 'journeys', callbacks: 'callbacks' }, time);
const startedNames = () => sfn.commandCalls(StartExecutionCommand).map((call) => call.args[0].input.name);
const left = async (id: string) =>
  (await queued(table(), sweepQueue)).filter((entry) => String(entry).includes(id));

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker');
});
beforeEach(() => {
  sfn.reset();
  sfn.on(StartExecutionCommand).resolves({});
  sfn.on(SendTaskSuccessCommand).resolves({});
});

const minutesBefore = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) - minutes * 60_000).toISOString();

/** An application whose second run nobody has started. */
async function notBegun(): Promise<string> {
  const id = ulid();
  await seedApplication(table(), id, 'baker', { stalled: true });
  await commit(table(), await takingUp(table(), await readApplication(table(), id), { at, by: 'system' }));
  return id;
}

/** A gate that was settled, and whose machine was not told. */
async function notWoken() {
  const id = ulid();
  await seedApplication(table(), id, 'baker');
  const gate = await seedGate(table(), id, 'shortlist', id);
  await commit(table(), [gateWrite(table(), gate, { ...gate, status: 'closed', version: 2 }, at)]);
  return { id, token: gate.token };
}

/** A question that is to be taken up again at an instant. */
async function stalledQuestion(again: string) {
  const { applicationId } = await seedApplication(table(), ulid(), 'baker');
  const questionId = ulid();
  const asked = {
    applicationId,
    questionId,
    wants: 'answer',
    text: 'Why?',
    askedAt: at,
    due: later,
  } as const;
  await commit(table(), [questionCreation(table(), asked)]);
  await stallQuestion(table(), { applicationId, questionId, run: 1 }, minutesBefore(again, 15));
  return asked;
}

/** A journey that is to be taken up again at an instant. */
async function stalled(again: string): Promise<string> {
  const id = ulid();
  const read = await seedApplication(table(), id, 'baker');
  const queue = { name: sweepQueue, at: again };
  await commit(table(), [applicationWrite(table(), read, { stalled: true, queue }, at)]);
  return id;
}

describe('the sweep', () => {
  it('leaves alone what is on its ordinary way, and carries it on a minute later', async () => {
    const id = await notBegun();
    const { token } = await notWoken();
    expect(await sweep(soon)).toEqual({ carriedOn: 0, failed: 0 });
    expect(await sweep(later)).toEqual({ carriedOn: 2, failed: 0 });
    expect(startedNames()).toEqual([`${id}-2`]);
    expect(sfn.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input.taskToken).toBe(token);
  });

  it('takes a stalled journey up again when its time has come, once', async () => {
    const id = await stalled(later);
    expect((await left(id)).length).toBe(1);
    await sweep(later);
    expect((await readApplication(table(), id)).stalled).toBe(true);
    await sweep('2026-03-03T10:15:00.001Z');
    expect(await readApplication(table(), id)).toMatchObject({ run: 2 });
    expect((await readApplication(table(), id)).stalled).toBeUndefined();
  });

  it('takes a stalled question up again when its time has come, once', async () => {
    const { applicationId, questionId } = await stalledQuestion(later);
    await sweep(later);
    expect(await readQuestion(table(), applicationId, questionId)).toMatchObject({ stalled: true });
    await sweep('2026-03-03T10:15:00.001Z');
    await sweep('2026-03-03T10:15:00.002Z');
    expect(await readQuestion(table(), applicationId, questionId)).toMatchObject({ run: 2, stalled: false });
    expect(startedNames()).not.toContain(`${applicationId}-${questionId}`);
  });

  it('goes on with the others when one fails, and tries that one again', async () => {
    const failing = await notBegun();
    const other = await notBegun();
    sfn.on(StartExecutionCommand, { name: `${failing}-2` }).rejects(new Error('no route to host'));
    const { failed } = await sweep(later);
    expect(failed).toBe(1);
    expect(startedNames()).toContain(`${other}-2`);
    sfn.on(StartExecutionCommand).resolves({});
    sfn.resetHistory();
    expect((await sweep(later)).failed).toBe(0);
    expect(startedNames()).toContain(`${failing}-2`);
  });
});

describe('the key of an item', () => {
  it.each([
    ['APP', { run: 1 }],
    ['RUN#3', { run: 3 }],
    ['QUESTION#01Q', { questionId: '01Q', run: 1 }],
    ['RUN#01Q#2', { questionId: '01Q', run: 2 }],
  ])('%s tells which run it starts', (sk, start) => {
    expect(startOf({ pk: 'APP#01A', sk })).toEqual({ applicationId: '01A', ...start });
  });
});
