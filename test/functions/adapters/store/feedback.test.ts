import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { approve, schedule } from '../../../../domain/interviews/changes.ts';
import type { Interview } from '../../../../domain/interviews/interview.ts';
import { NotAllowed } from '../../../../domain/steps/errors.ts';
import { giveFeedback, saveDraft } from '../../../../functions/adapters/store/feedback-changes.ts';
import { listFeedback } from '../../../../functions/adapters/store/feedback.ts';
import { readGate } from '../../../../functions/adapters/store/gates.ts';
import { interviewWrite } from '../../../../functions/adapters/store/interviews.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { seedGate } from '../../api/applications.ts';
import { useTable } from '../../dynamodb.ts';

const table = useTable();
const at = '2026-03-11T10:00:00.000Z';
const interviewer = 'tom-becker';
const form = { ratings: [], wentWell: 'Calm.', toImprove: 'Till.', forCandidate: 'You stayed calm.' };

async function asked() {
  const [applicationId, interviewId] = [ulid(), ulid()];
  const plan = {
    startsAt: '2026-03-10T14:00:00Z',
    minutes: 45,
    zone: 'Europe/London',
    place: 'Leeds',
    interviewers: [interviewer, 'grace-okafor'],
  };
  const interview = schedule(applicationId, interviewId, plan, { by: 'ana-ruiz', at });
  await commit(table(), [interviewWrite(table(), interview)]);
  await seedGate(table(), applicationId, 'feedback', `${interviewId}.${interviewer}`);
  return { interview, whose: { applicationId, interviewId, interviewer } };
}

/** The moment between what a writer reads and what it writes: somebody approves just then. */
function approvedMeanwhile(interview: Interview) {
  const name = 'approved-meanwhile';
  const { middlewareStack } = table().client;
  const text = { strengths: ['Calm'], improvements: ['Till'] };
  middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName?.startsWith('TransactWrite') && middlewareStack.remove(name)) {
          const approved = approve(interview, text, { by: 'grace-okafor', at });
          await commit(table(), [interviewWrite(table(), approved)]);
        }
        return next(args);
      },
    { step: 'initialize', name },
  );
}

describe('feedback', () => {
  it('is not written behind the back of whoever approves in the same moment', async () => {
    const { interview, whose } = await asked();
    approvedMeanwhile(interview);
    await expect(giveFeedback(table(), whose, form, at)).rejects.toThrow(NotAllowed);
    expect(await listFeedback(table(), whose.applicationId, whose.interviewId)).toEqual([]);
    const gate = await readGate(table(), whose.applicationId, `feedback-${whose.interviewId}.${interviewer}`);
    expect(gate.status).toBe('pending');
  });

  it('is no draft any more once it was given', async () => {
    const { whose } = await asked();
    await giveFeedback(table(), whose, form, at);
    await expect(saveDraft(table(), whose, { wentWell: 'Half a sen' }, at)).rejects.toThrow(NotAllowed);
    const [kept] = await listFeedback(table(), whose.applicationId, whose.interviewId);
    expect(kept).toMatchObject({ wentWell: 'Calm.', version: 1 });
  });

  it('is kept when two drafts are saved in the same moment: one after the other', async () => {
    const { whose } = await asked();
    const saved = await Promise.all(
      ['a', 'b'].map((wentWell) => saveDraft(table(), whose, { wentWell }, at)),
    );
    expect(new Set(saved.map(({ version }) => version))).toEqual(new Set([1, 2]));
  });
});
