import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { close, settle, takeRung, withdraw } from '../../../domain/application/gate-changes.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { applicationWrite, readApplication } from '../../../functions/adapters/store/applications.ts';
import { gateWrite } from '../../../functions/adapters/store/gates.ts';
import { sweepQueue } from '../../../functions/adapters/store/keys.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { takeUp, takingUp } from '../../../functions/adapters/store/taking-up.ts';
import { stallQuestion, takeQuestionUpAgain } from '../../../functions/adapters/store/question-runs.ts';
import { questionCreation, readQuestion } from '../../../functions/adapters/store/questions.ts';
import { startOf } from '../../../functions/adapters/store/starts.ts';
import { sweepUp } from '../../../functions/events/sweep.ts';
import { logger } from '../../../functions/runtime/logger.ts';
import { seedApplication, seedGate } from '../api/applications.ts';
import { seedJob, seedSettings } from '../api/seed.ts';
import { useTable } from '../dynamodb.ts';
import { queued } from '../queued.ts';

const table = useTable();
const at = '2026-03-03T10:00:00.000Z';
const soon = '2026-03-03T10:00:59.999Z';
const later = '2026-03-03T10:15:00.000Z';
/** Quarters of an hour after the first. */
const quarter = (which: number): string => `2026-03-03T10:${which * 15}:00.000Z`;
const workflows = new SFNClient({ region: 'us-east-1' });
const sfn = mockClient(workflows);
const sweep = (time: string, isTimeLeft = () => true) =>
  sweepUp({ table: table(), workflows, journeys: 'journeys', callbacks: 'callbacks' }, time, isTimeLeft);
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

const decided = (gate: Gate): Gate =>
  settle(gate, { outcome: 'shortlisted', holdUntil: null, decision: { by: 'ana-ruiz', at } });

/** A gate that was settled, and whose machine was not told. */
async function notWoken() {
  const id = ulid();
  await seedApplication(table(), id, 'baker');
  const gate = await seedGate(table(), id, 'shortlist', id);
  const held = decided(gate);
  await commit(table(), [gateWrite(table(), gate, held, at)]);
  return { id, token: gate.token, held };
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

/** An application that should have begun at an instant. */
async function accepted(begins: string): Promise<string> {
  const id = ulid();
  const read = await seedApplication(table(), id, 'baker');
  const queue = { name: sweepQueue, at: begins };
  await commit(table(), [applicationWrite(table(), read, { queue }, at)]);
  return id;
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
    expect(await sweep(soon)).toEqual({ carriedOn: 0, failed: 0, finished: true });
    expect(await sweep(later)).toEqual({ carriedOn: 2, failed: 0, finished: true });
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
    expect((await sweep(quarter(2))).failed).toBe(0);
    expect(startedNames()).toContain(`${failing}-2`);
  });

  it('has what failed wait behind what had no turn yet', async () => {
    const failing = await Promise.all(Array.from({ length: 30 }, notBegun));
    for (const id of failing)
      sfn.on(StartExecutionCommand, { name: `${id}-2` }).rejects(new Error('no route to host'));
    const lost = await accepted('2026-03-03T10:14:00.000Z');
    let rounds = 1;
    const { failed, finished } = await sweep(later, () => rounds-- > 0);
    expect(failed).toBeGreaterThan(0);
    expect(finished).toBe(false);
    rounds = 1;
    await sweep(quarter(2), () => rounds-- > 0);
    expect(startedNames()).toContain(lost);
    await sweep(quarter(3));
  });

  it('says by its keys what it cannot read, fails because of it, and goes on', async () => {
    const Key = { pk: 'APP#strange', sk: 'STRANGE' };
    const Item = {
      ...Key,
      gsi1pk: `WORK#${sweepQueue}`,
      gsi1sk: `${at}#strange`,
      email: 'julia@example.com',
    };
    await table().client.send(new PutCommand({ TableName: table().name, Item }));
    const said = vi.spyOn(logger, 'error');
    const lost = await accepted(at);
    expect((await sweep(later)).failed).toBe(1);
    expect(startedNames()).toContain(lost);
    expect(said.mock.calls).toEqual([['not to be read', Key]]);
    await table().client.send(new DeleteCommand({ TableName: table().name, Key }));
  });
});

describe('the queue of the sweep', () => {
  const exists = new ExecutionAlreadyExists({ message: 'exists', $metadata: {} });

  it('loses a run whose execution exists: Step Functions carries it on from there', async () => {
    const id = await notBegun();
    expect(await left(id)).toHaveLength(1);
    sfn.on(StartExecutionCommand, { name: `${id}-2` }).rejects(exists);
    await sweep(later);
    expect(await left(id)).toEqual([]);
  });

  it('keeps an application that stalled while it was found to be started before', async () => {
    const id = await accepted(at);
    sfn.on(StartExecutionCommand, { name: id }).callsFake(async () => {
      const queue = { name: sweepQueue, at: quarter(2) };
      const read = await readApplication(table(), id);
      await commit(table(), [applicationWrite(table(), read, { stalled: true, queue }, later)]);
      throw exists;
    });
    await sweep(later);
    expect(await left(id)).toEqual([`${quarter(2)}#${id}`]);
  });

  it('loses a run that another has taken the place of, although nobody ever began it', async () => {
    const id = await notBegun();
    const read = await readApplication(table(), id);
    await commit(table(), [applicationWrite(table(), read, { stalled: true }, at)]);
    await takeUp(table(), id, { at, by: 'system' });
    expect(await left(id)).toEqual([expect.stringMatching(/#3$/)]);

    const { applicationId, questionId } = await stalledQuestion(later);
    for (const run of [2, 3]) {
      await takeQuestionUpAgain(table(), { applicationId, questionId }, { at, by: 'system' });
      expect(await left(questionId)).toEqual([expect.stringMatching(`#${run}$`)]);
      await stallQuestion(table(), { applicationId, questionId, run }, later);
    }
  });

  it('does not begin anew, under a name that is free again, a run that is over', async () => {
    const id = await notBegun();
    const read = await readApplication(table(), id);
    await commit(table(), [applicationWrite(table(), read, { run: 3 }, at)]);
    await sweep('2026-07-01T10:00:00.000Z');
    expect(startedNames()).not.toContain(`${id}-2`);
    expect(await left(id)).toEqual([]);
  });

  it('never holds a gate that its own machine has closed, and holds a decision until it is told or taken in', async () => {
    const { id, held } = await notWoken();
    expect(await left(id)).toHaveLength(1);
    await commit(table(), [gateWrite(table(), held, close(held, at), at)]);
    expect(await left(id)).toEqual([]);

    const released = await seedGate(table(), id, 'next-step', '1');
    const rung = { index: 4, action: 'release', due: at } as const;
    await commit(table(), [gateWrite(table(), released, takeRung(released, rung, at), at)]);
    expect(await left(id)).toEqual([]);

    const withdrawn = await seedGate(table(), id, 'next-step', '2');
    await commit(table(), [gateWrite(table(), withdrawn, withdraw(withdrawn, at), at)]);
    expect(await left(id)).toHaveLength(1);
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
