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
import { finishTask } from '../../../../functions/adapters/store/finish-task.ts';
import defaults from '../../../../workflows/settings.json' with { type: 'json' };
import { seedApplication } from '../../api/applications.ts';
import { seedJob, seedSettings } from '../../api/seed.ts';
import { useTable } from '../../dynamodb.ts';
import { queued } from '../../queued.ts';

const table = useTable();
const at = '2026-03-03T10:00:00.000Z';
beforeAll(async () => {
  await seedSettings(table());
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
    await seedJob(table(), 'baker');
    const asked = await aQuestion();
    const { applicationId, questionId } = asked;
    await commit(table(), [takenUpWrite(table(), await readQuestion(table(), applicationId, questionId))]);
    expect(await waiting(questionId)).toEqual([]);

    const subject = questionRunName(asked);
    const { taskId, news } = await askHr(table(), { applicationId, task: 'attention', subject, at });
    expect(news).toBe(true);
    expect(await readQuestion(table(), applicationId, questionId)).toMatchObject({ stalled: true });
    expect((await findApplication(table(), applicationId))?.stalled).toBeUndefined();

    await finishTask(table(), { applicationId, taskId }, { by: 'grace-okafor', at });
    const again = await readQuestion(table(), applicationId, questionId);
    expect(again).toMatchObject({ stalled: false, run: 2 });
    expect(await waiting(questionId)).toEqual([expect.stringMatching(/#2$/)]);

    await takeQuestionUpAgain(table(), { applicationId, questionId, at });
    expect(await readQuestion(table(), applicationId, questionId)).toMatchObject({ run: 2 });
    await commit(table(), [takenUpWrite(table(), again)]);
    expect(await waiting(questionId)).toEqual([]);
  });

  it('is taken up again when somebody answers it, and only while it is stalled', async () => {
    const asked = await aQuestion();
    const { applicationId, questionId } = asked;
    await takeQuestionUpAgain(table(), { applicationId, questionId, at });
    expect((await readQuestion(table(), applicationId, questionId)).run).toBeUndefined();
    await askHr(table(), { applicationId, task: 'attention', subject: questionRunName(asked), at });
    await Promise.all([1, 2, 3].map(() => takeQuestionUpAgain(table(), { applicationId, questionId, at })));
    expect(await readQuestion(table(), applicationId, questionId)).toMatchObject({ run: 2, stalled: false });
  });
});
