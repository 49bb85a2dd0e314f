import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { beginQuestion } from '../../../../domain/questions/begin.ts';
import { questionRunName, questionRunNamed } from '../../../../domain/questions/run.ts';
import { settings as settingsSchema } from '../../../../domain/settings/settings.ts';
import { askHr } from '../../../../functions/adapters/store/attention.ts';
import { findApplication } from '../../../../functions/adapters/store/applications.ts';
import { takeQuestionUpAgain, takenUpWrite } from '../../../../functions/adapters/store/question-runs.ts';
import { questionCreation, readQuestion } from '../../../../functions/adapters/store/questions.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { findTask } from '../../../../functions/adapters/store/tasks.ts';
import { finishTask } from '../../../../functions/adapters/store/finish-task.ts';
import defaults from '../../../../workflows/settings.json' with { type: 'json' };
import { seedApplication } from '../../api/applications.ts';
import { seedJob, seedSettings } from '../../api/seed.ts';
import { useTable } from '../../dynamodb.ts';
import { queued } from '../../queued.ts';

const table = useTable();
const at = '2026-03-03T10:00:00.000Z';
const done = { at, by: 'system' };
beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker');
});

async function aQuestion() {
  const application = await seedApplication(table(), ulid(), 'baker');
  const { applicationId } = application;
  const questionId = ulid();
  const job = await seedJob(table(), `baker-${applicationId.toLowerCase()}`);
  const settings = settingsSchema.parse(defaults);
  const form = { wants: 'answer', text: 'Why?' } as const;
  const { question } = beginQuestion(form, { application, job, settings, questionId, at });
  await commit(table(), [questionCreation(table(), question)]);
  return { applicationId, questionId, run: 1 };
}

const waiting = async (questionId: string) =>
  (await queued(table(), 'sweep')).filter((entry) => String(entry).includes(questionId));

describe('the name of a run', () => {
  it('tells which question and which time it is, and is no name of a journey', () => {
    const one = { applicationId: ulid(), questionId: ulid(), run: 1 };
    expect(questionRunNamed(one.applicationId, questionRunName(one))).toEqual(one);
    expect(questionRunNamed(one.applicationId, questionRunName({ ...one, run: 12 }))?.run).toBe(12);
    for (const other of [one.applicationId, `${one.applicationId}-2`, 'question-1.0', `${ulid()}-${ulid()}`])
      expect(questionRunNamed(one.applicationId, other)).toBeUndefined();
    expect(questionRunName({ ...one, run: 9999 }).length + '-promise'.length).toBeLessThanOrEqual(80);
  });
});

describe('what sees to a question and could not go on', () => {
  it('is taken up again with HR’s task, once, and leaves the application’s journey alone', async () => {
    const asked = await aQuestion();
    const { applicationId, questionId } = asked;
    await commit(table(), [takenUpWrite(table(), await readQuestion(table(), applicationId, questionId))]);
    expect(await waiting(questionId)).toEqual([]);

    const subject = questionRunName(asked);
    const { taskId, news } = await askHr(table(), { applicationId, task: 'attention', subject, at });
    expect(news).toBe(true);
    expect(await readQuestion(table(), applicationId, questionId)).toMatchObject({ stalled: true });
    expect((await findApplication(table(), applicationId))?.stalled).toBeUndefined();
    // By itself a quarter of an hour later, as a journey is.
    expect(await waiting(questionId)).toEqual([`2026-03-03T10:15:00.000Z#${applicationId}#${questionId}`]);

    await finishTask(table(), { applicationId, taskId }, { by: 'grace-okafor', at });
    const again = await readQuestion(table(), applicationId, questionId);
    expect(again).toMatchObject({ stalled: false, run: 2 });
    expect(await waiting(questionId)).toEqual([expect.stringMatching(/#2$/)]);

    await takeQuestionUpAgain(table(), { applicationId, questionId }, done);
    expect(await readQuestion(table(), applicationId, questionId)).toMatchObject({ run: 2 });
    await commit(table(), [takenUpWrite(table(), again)]);
    expect(await waiting(questionId)).toEqual([]);
  });

  it('does HR’s task with it, whoever has it taken up again', async () => {
    const asked = await aQuestion();
    const { applicationId, questionId } = asked;
    const stall = (run: number) =>
      askHr(table(), { applicationId, task: 'attention', subject: questionRunName({ ...asked, run }), at });
    const first = await stall(1);
    expect(await takeQuestionUpAgain(table(), { applicationId, questionId }, done)).toBe(true);
    const second = await stall(2);
    const statusOf = async ({ taskId }: { taskId: string }) =>
      (await findTask(table(), applicationId, taskId))?.status;
    expect([await statusOf(first), await statusOf(second)]).toEqual(['done', 'open']);
    // The end of the first run is heard of once more: the second is stalled for a reason of its own.
    await stall(1);
    expect(await readQuestion(table(), applicationId, questionId)).toMatchObject({ run: 2, stalled: true });
  });

  it('is taken up again when somebody answers it, and only while it is stalled', async () => {
    const asked = await aQuestion();
    const { applicationId, questionId } = asked;
    await takeQuestionUpAgain(table(), { applicationId, questionId }, done);
    expect((await readQuestion(table(), applicationId, questionId)).run).toBeUndefined();
    await askHr(table(), { applicationId, task: 'attention', subject: questionRunName(asked), at });
    await Promise.all([1, 2, 3].map(() => takeQuestionUpAgain(table(), { applicationId, questionId }, done)));
    expect(await readQuestion(table(), applicationId, questionId)).toMatchObject({ run: 2, stalled: false });
  });
});
