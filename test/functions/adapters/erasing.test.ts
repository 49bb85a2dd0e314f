import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { MessageRejected, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { ExecutionDoesNotExist, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { schedule } from '../../../domain/interviews/changes.ts';
import { questionGateId } from '../../../domain/questions/question.ts';
import { Contended, MailUnconfirmed } from '../../../domain/steps/errors.ts';
import { deliver } from '../../../functions/adapters/delivery.ts';
import { erase } from '../../../functions/adapters/erasing.ts';
import { finishErasures } from '../../../functions/adapters/forgetting.ts';
import { findApplication } from '../../../functions/adapters/store/applications.ts';
import { askQuestion } from '../../../functions/adapters/store/asking.ts';
import { findErasure } from '../../../functions/adapters/store/erasures.ts';
import { listEvents } from '../../../functions/adapters/store/events.ts';
import { recordReport } from '../../../functions/adapters/mail-reports.ts';
import { interviewWrite } from '../../../functions/adapters/store/interviews.ts';
import { intend } from '../../../functions/adapters/store/messages.ts';
import { findPerson } from '../../../functions/adapters/store/people.ts';
import { applicationsOf } from '../../../functions/adapters/store/person-erasure.ts';
import { stallQuestion, takeQuestionUpAgain } from '../../../functions/adapters/store/question-runs.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { raiseTask } from '../../../functions/adapters/store/tasks.ts';
import { queued } from '../queued.ts';
import { seedGate } from '../api/applications.ts';
import { at, later, resumeKey, useErasures } from './erasures.ts';

const { table, files, mail, machines, eraser, run, holding, applicant, asked, confirmations } = useErasures();

describe('an erasure', () => {
  it('leaves nothing of the person, and one event that says that there was one', async () => {
    const julia = await applicant();
    await erase(eraser(), await asked(julia.applicationId), at);

    expect(await holding(julia.name)).toEqual([]);
    expect(await holding(julia.email)).toEqual([]);
    expect(await holding(julia.personHash)).toEqual([]);
    expect(await listEvents(table(), julia.applicationId)).toEqual([
      {
        applicationId: julia.applicationId,
        at,
        type: 'ApplicationErased',
        actor: 'system',
        detail: { reason: 'asked' },
      },
    ]);
    expect(
      (await queued(table(), 'task')).filter((entry) => String(entry).includes(julia.applicationId)),
    ).toEqual([]);
    expect(
      (await queued(table(), 'shortlist')).filter((entry) => String(entry).includes(julia.applicationId)),
    ).toEqual([]);
    const [stopped] = machines.commandCalls(StopExecutionCommand);
    expect(stopped?.args[0].input.executionArn).toBe(
      `arn:aws:states:us-east-1:123456789012:execution:prod-candidate-journey:${julia.applicationId}`,
    );
    expect(files.commandCalls(DeleteObjectCommand)[0]?.args[0].input.Key).toBe(resumeKey);
    expect(files.commandCalls(PutObjectCommand)[0]?.args[0].input.Key).toBe(
      `erased/${julia.personHash}/${julia.submittedAt}`,
    );
  });

  it('takes the questions along, and stops whatever sees to them', async () => {
    const julia = await applicant();
    const { applicationId } = julia;
    const questionId = ulid(Date.parse(at));
    const gate = { ...(await seedGate(table(), applicationId, 'shortlist', '2')), kind: 'question' } as const;
    await askQuestion(table(), {
      applicationId,
      key: 'key',
      fingerprint: 'words',
      at,
      begin: async () => ({
        question: { applicationId, questionId, wants: 'answer', text: 'QUESTION', askedAt: at, due: later },
        gate: { ...gate, gateId: questionGateId(questionId), subject: questionId },
      }),
    });
    await stallQuestion(table(), { applicationId, questionId, run: 1 }, at);
    await takeQuestionUpAgain(table(), { applicationId, questionId }, { at, by: 'system' });
    await erase(eraser(), await asked(applicationId), at);

    const stopped = machines
      .commandCalls(StopExecutionCommand)
      .map(({ args: [{ input }] }) => String(input.executionArn).split(':').slice(-2).join(':'));
    expect(stopped.sort()).toEqual([
      `prod-callback-request:${applicationId}-${questionId}`,
      `prod-callback-request:${applicationId}-${questionId}-2`,
      `prod-candidate-journey:${applicationId}`,
    ]);
    expect(await holding('QUESTION')).toEqual([]);
    expect(await holding(questionId)).toEqual([]);
  });

  it('has nothing come to lie behind it of a step that read the application before', async () => {
    const { applicationId } = await applicant();
    await erase(eraser(), await asked(applicationId), at);
    const entry = {
      applicationId,
      key: 'decline.candidate.1',
      message: 'decline',
      to: 'candidate',
      at,
    } as const;
    await expect(intend(table(), entry)).rejects.toThrow(Contended);
    expect(await holding('decline.candidate.1')).toEqual([]);
  });

  it('tells the candidate once, before the address goes', async () => {
    const julia = await applicant();
    const erasure = await asked(julia.applicationId);
    await erase(eraser(), erasure, at);
    await erase(eraser(), erasure, later);
    const sent = confirmations(julia.email);
    expect(sent).toHaveLength(1);
    const { Simple } = sent[0]?.args[0].input.Content ?? {};
    expect(Simple?.Subject?.Data).toBe('Your data is erased');
    expect(Simple?.Body?.Text?.Data).toContain('erased your applications, your files');
  });

  it.each([
    ['takes an interview that lies ahead out of the calendar', {}, '2026-03-09T11:00:00.000Z', true],
    ['leaves one that has begun', {}, at, false],
    ['leaves what a withdrawal took out', { outcome: 'withdrawn' as const }, later, false],
  ])('%s', async (_, changes, startsAt, takesOut) => {
    const julia = await applicant(changes);
    const { applicationId } = julia;
    const interviewId = ulid(Date.parse(at));
    const plan = {
      startsAt,
      minutes: 45,
      zone: 'Europe/London',
      place: 'Here',
      interviewers: ['tom-becker'],
    };
    const arranged = schedule(applicationId, interviewId, plan, { by: 'ana-ruiz', at });
    await commit(table(), [interviewWrite(table(), arranged)]);
    await erase(eraser(), await asked(applicationId), at);

    const [sent] = confirmations(julia.email);
    const { Attachments = [], Body } = sent?.args[0].input.Content?.Simple ?? {};
    expect(Body?.Text?.Data?.includes('out of your calendar')).toBe(takesOut);
    const files = Attachments.map(({ RawContent }) => String(RawContent));
    expect(files).toHaveLength(takesOut ? 1 : 0);
    for (const file of files) {
      expect(file).toContain('METHOD:CANCEL');
      expect(file).toContain(`UID:${interviewId}@`);
      expect(file).toContain('SEQUENCE:1');
    }
  });

  it('begins with nobody finding the application, and no mail leaving for it', async () => {
    const julia = await applicant();
    const { applicationId } = julia;
    const entry = {
      applicationId,
      key: 'decline.candidate.1',
      message: 'decline',
      to: 'candidate',
      at,
    } as const;
    const services = { table: table(), mailer: eraser().post.mailer };
    const letter = { subject: 'Our decision', preheader: '', html: '', text: '' };
    const writing = deliver.once(services, entry, async () => {
      // The step was at work already when the candidate asked.
      await asked(applicationId);
      return { from: 'a@shop.example', to: julia.email, replyTo: 'b@shop.example', letter, tags: {} };
    });
    await expect(writing).rejects.toThrow(Contended);
    expect(mail.commandCalls(SendEmailCommand)).toHaveLength(0);
    expect(await findApplication(table(), applicationId)).toBeUndefined();
    const raised = {
      applicationId,
      task: 'attention',
      subject: '1',
      due: at,
      owner: 'ana-ruiz',
      at,
    } as const;
    await expect(raiseTask(table(), raised)).rejects.toThrow(Contended);
  });

  it('is finished by a later run when a service failed in between, and tells nothing twice', async () => {
    const julia = await applicant();
    const erasure = await asked(julia.applicationId);
    files.on(PutObjectCommand).rejectsOnce(new Error('S3 is down'));
    await expect(erase(eraser(), erasure, at)).rejects.toThrow('S3 is down');
    expect(await findErasure(table(), julia.applicationId)).toBeDefined();

    const others = (await queued(table(), 'erasure')).length;
    expect(await run(finishErasures, later)).toBe(others);
    expect(confirmations(julia.email)).toHaveLength(1);
    expect(await holding(julia.email)).toEqual([]);
    expect(await run(finishErasures, later)).toBe(0);
  });

  it('takes along what somebody at work wrote while it looked', async () => {
    const julia = await applicant();
    const { applicationId } = julia;
    const erasure = await asked(applicationId);
    const { client, name } = table();
    const Item = {
      pk: `APP#${applicationId}`,
      sk: 'FEEDBACK#1#tom-becker',
      wentWell: `${julia.name} listened`,
    };
    let looked = 0;
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args);
          const looks = commandName === 'QueryCommand' && 'ProjectionExpression' in args.input;
          // The first look finds what runs, the second what is to be deleted.
          if (looks && (looked += 1) === 2) await client.send(new PutCommand({ TableName: name, Item }));
          return answer;
        },
      { step: 'initialize', name: 'colleague' },
    );
    try {
      await erase(eraser(), erasure, at);
    } finally {
      client.middlewareStack.remove('colleague');
    }
    expect(looked).toBeGreaterThan(2);
    expect(await holding(julia.name)).toEqual([]);
  });

  it('waits for word of a mail that may have left, and goes on when SES says that it did', async () => {
    const julia = await applicant();
    const { applicationId } = julia;
    const erasure = await asked(applicationId);
    mail.on(SendEmailCommand).rejectsOnce(new Error('the connection broke'));
    await expect(erase(eraser(), erasure, at)).rejects.toThrow(MailUnconfirmed);
    await expect(erase(eraser(), erasure, later)).rejects.toThrow(MailUnconfirmed);
    const key = 'erasure-confirmed.candidate.1';
    const tellOtherwise = () => Promise.reject(new Error('nothing is to be told'));
    await recordReport({ table: table(), tellOtherwise }, { applicationId, key, note: { seen: 'sent' }, at });
    await erase(eraser(), erasure, later);
    expect(confirmations(julia.email)).toHaveLength(1);
    expect(await holding(julia.email)).toEqual([]);
  });

  it('of somebody whose journey never ran, and whose mail SES refuses, is an erasure all the same', async () => {
    const julia = await applicant();
    machines.on(StopExecutionCommand).rejects(new ExecutionDoesNotExist({ message: 'none', $metadata: {} }));
    const refused = { message: 'no', $fault: 'client', $metadata: { httpStatusCode: 400 } } as const;
    mail.on(SendEmailCommand).rejects(new MessageRejected(refused));
    await erase(eraser(), await asked(julia.applicationId), at);
    expect(await holding(julia.email)).toEqual([]);
  });

  it('leaves the person and their other application as they are, and says so', async () => {
    const first = await applicant({ submittedAt: '2026-03-01T09:00:00.000Z' });
    const second = await applicant({ personHash: first.personHash, submittedAt: '2026-03-02T09:00:00.000Z' });
    await erase(eraser(), await asked(first.applicationId), at);
    expect(await findPerson(table(), first.personHash)).toBeDefined();
    const left = await applicationsOf(table(), first.personHash);
    expect(left.map(({ applicationId }) => applicationId)).toEqual([second.applicationId]);
    const text = confirmations(first.email)[0]?.args[0].input.Content?.Simple?.Body?.Text?.Data;
    expect(text).toContain('one of your applications');
  });
});
