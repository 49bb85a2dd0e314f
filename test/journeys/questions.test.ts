import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { candidateApi } from '../../domain/api/candidate.ts';
import { recruiterApi } from '../../domain/api/recruiter.ts';
import { freshCloud } from '../../local/demo/fresh-cloud.ts';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import type { Applied, Candidate } from '../../local/demo/people.ts';
import { Refused } from '../../local/demo/http.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

/** A Friday, half past three in Leeds: the next business day is a Monday. */
const friday = '2026-03-06T15:30:00Z';
const text = 'Would I have to work on Sundays?';
const inWriting = { wants: 'answer', text };

const ask = async (stage: Stage, { token }: Applied, body: object = inWriting) =>
  candidateApi.ask.reply.body.parse(await stage.call('POST', '/api/candidate/questions', { token, body }));

const mine = async (stage: Stage, { token }: Applied) => {
  const view = await stage.call('GET', '/api/candidate/application', { token });
  return candidateApi.readApplication.reply.body.parse(view);
};

const theirs = async (stage: Stage, { applicationId }: Applied) => {
  const view = await stage.staff(people.recruiter, 'GET', `/api/staff/applications/${applicationId}`);
  return recruiterApi.readApplication.reply.body.parse(view);
};

const settle = (stage: Stage, { applicationId }: Applied, how: string, body: object): Promise<unknown> =>
  stage.staff(people.recruiter, 'POST', `/api/staff/applications/${applicationId}/questions/${how}`, body);

/** What somebody, or anybody, was sent about questions, with its minute: `Mon 13:54 decision-escalation → omar.haddad`. */
async function told(stage: Stage, about: RegExp = /./): Promise<string[]> {
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (await stage.mails())
    .map(({ at, tags, to }) => `${day.format(new Date(at))} ${tags['message']} → ${to.join().split('@')[0]}`)
    .filter((line) => about.test(line));
}

describe('a candidate who asks on a Friday afternoon', () => {
  let fresh: Fresh;
  let stage: Stage;
  const applied = async (who: Candidate): Promise<Applied> => {
    const application = await people.apply(stage, who);
    await stage.advance({ by: 'PT1S' });
    return application;
  };
  beforeAll(async () => {
    fresh = await cloudAt(friday);
    stage = new Stage(fresh.siteUrl);
  });

  test('is told at once by when; HR is reminded and escalated past on Monday; the answer goes out as it is given', async () => {
    const julia = await applied({ name: 'Julia Perez', email: 'julia@example.com' });
    const asked = await ask(stage, julia);
    await stage.advance({ by: 'PT1S' });
    expect(asked).toMatchObject({ status: 'open', person: { name: 'Ana Ruiz' } });
    expect(asked.due.slice(0, 16)).toBe('2026-03-09T15:30');
    const confirmed = await stage.mail('question-received', 'julia@example.com');
    expect(confirmed.at.slice(0, 16)).toBe('2026-03-06T15:30');
    expect(confirmed.text).toContain('Monday 9 March 2026, 3:30 pm');
    expect(confirmed.text).not.toContain('Sundays');
    expect((await stage.mail('question-assigned')).text).toContain(text);

    await stage.advance({ to: '2026-03-09T14:00:00Z' });
    // Backup and lead are told side by side, in either order.
    expect((await told(stage, /question-reminder|escalation → (omar|grace)/)).toSorted()).toEqual([
      'Mon 11:30 question-reminder → ana.ruiz',
      'Mon 13:54 decision-escalation → grace.okafor',
      'Mon 13:54 decision-escalation → omar.haddad',
      // The shortlist decision has its own clock, which runs on Sundays.
      'Sun 10:42 decision-escalation → grace.okafor',
    ]);
    const [open] = (await theirs(stage, julia)).questions;
    expect(open).toMatchObject({ text, status: 'open', owner: 'ana-ruiz' });

    await settle(stage, julia, `${asked.questionId}/answer`, {
      text: 'Nobody works on Sundays.',
      expectedVersion: open?.version,
    });
    await stage.advance({ by: 'PT1S' });
    const answer = await stage.mail('answer', 'julia@example.com');
    expect(answer.text).toContain('Nobody works on Sundays.');
    expect(answer.text).not.toContain(text);
    expect((await mine(stage, julia)).questions).toMatchObject([
      { status: 'answered', answer: { text: 'Nobody works on Sundays.' } },
    ]);
    const about = (await theirs(stage, julia)).timeline.filter(({ detail }) => detail['kind'] === 'question');
    expect(about.map(({ type }) => type)).toEqual(['PromiseMade', 'PromiseKept']);
  });
});

describe('a question that nobody answers', () => {
  let fresh: Fresh;
  let stage: Stage;
  beforeAll(async () => {
    fresh = await cloudAt(friday);
    stage = new Stage(fresh.siteUrl);
  });

  test('is late after a business day, released after two with a name, and stays a task; the application goes its own way', async () => {
    const amira = await people.apply(stage, { name: 'Amira Haddad', email: 'amira@example.com' });
    await stage.advance({ by: 'PT1H' });
    await people.decide(stage, amira, { outcome: 'shortlisted' });
    await stage.advance({ by: 'PT30M' });
    const before = (await mine(stage, amira)).promise;
    await ask(stage, amira);
    await stage.advance({ by: 'PT1S' });
    expect((await mine(stage, amira)).promise).toEqual(before);

    await stage.advance({ to: '2026-03-11T12:00:00Z' });
    // Asked when the company closes on Friday: the day of the answer begins on Monday at nine.
    expect(await told(stage, /question|→ amira|task-raised/)).toEqual([
      'Fri 15:30 acknowledgement → amira',
      'Fri 16:40 invitation → amira',
      'Fri 17:00 question-received → amira',
      'Fri 17:00 question-assigned → ana.ruiz',
      'Mon 13:00 question-reminder → ana.ruiz',
      'Tue 09:00 decision-delayed → amira',
      'Tue 13:00 question-reminder → grace.okafor',
      // That of the interview's date, which nobody set either.
      'Tue 16:40 decision-delayed → amira',
      'Wed 09:00 release → amira',
      'Wed 09:00 task-raised → grace.okafor',
    ]);
    const released = await stage.mail('release', 'amira@example.com');
    expect(released.subject).toContain('We failed to answer');
    expect(released.text).toContain('Grace Okafor');
    const { application, tasks, questions } = await theirs(stage, amira);
    expect(application.stage).toBe('shortlisted');
    expect(tasks).toMatchObject([{ task: 'answer-owed', status: 'open' }]);
    expect(questions).toMatchObject([{ status: 'released' }]);
  });
});

describe('a question whose machine was stopped, and could raise no task itself', () => {
  let fresh: Fresh;
  let stage: Stage;
  beforeAll(async () => {
    fresh = await cloudAt('2026-03-03T14:05:00Z');
    stage = new Stage(fresh.siteUrl);
  });

  /** Stops what sees to a question, as an operator can. */
  async function stop(questionId: string): Promise<void> {
    const running = fresh.cloud.executions().find(({ arn }) => arn.endsWith(questionId));
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new SFNClient({ endpoint: fresh.cloud.awsUrl, region: 'us-east-1', credentials });
    await client.send(new StopExecutionCommand({ executionArn: running?.arn }));
  }

  /** Somebody who asked, and whose question nothing sees to any more. */
  async function dropped(name: string) {
    const applied = await people.apply(stage, { name, email: `${name.toLowerCase()}@example.com` });
    await stage.advance({ by: 'PT1M' });
    const { questionId } = await ask(stage, applied);
    await stage.advance({ by: 'PT1M' });
    await stop(questionId);
    return { applied, questionId };
  }

  const answer = async (applied: Applied, questionId: string) => {
    const { questions } = await theirs(stage, applied);
    const expectedVersion = questions.find((one) => one.questionId === questionId)?.version;
    await settle(stage, applied, `${questionId}/answer`, { text: 'Nobody does.', expectedVersion });
  };

  test('is a task for HR, and taken up again by itself: its reminder comes, and its answer', async () => {
    const { applied, questionId } = await dropped('Julia');
    await stage.advance({ by: 'PT1M' });
    const subject = `${applied.applicationId}-${questionId}`;
    expect((await theirs(stage, applied)).tasks).toMatchObject([
      { task: 'attention', subject, status: 'open' },
    ]);
    await stage.advance({ by: 'PT30M' });
    expect((await theirs(stage, applied)).tasks).toMatchObject([{ subject, status: 'done' }]);
    await answer(applied, questionId);
    await stage.advance({ by: 'PT1M' });
    expect(await told(stage, /→ julia/)).toEqual([
      'Tue 14:05 acknowledgement → julia',
      'Tue 14:06 question-received → julia',
      'Tue 14:38 answer → julia',
    ]);
  });

  test('is taken up at once by an answer', async () => {
    const { applied, questionId } = await dropped('Ben');
    await stage.advance({ by: 'PT1M' });
    await answer(applied, questionId);
    await stage.advance({ by: 'PT1M' });
    expect(await told(stage, /answer → ben/)).toHaveLength(1);
  });

  test('has its answer sent also when that was given before anybody heard of the end', async () => {
    const { applied, questionId } = await dropped('Carla');
    await answer(applied, questionId);
    await stage.advance({ by: 'PT30M' });
    expect(await told(stage, /answer → carla/)).toHaveLength(1);
  });
});

describe('calls, double clicks and withdrawals', () => {
  let fresh: Fresh;
  let stage: Stage;
  beforeAll(async () => {
    fresh = await cloudAt('2026-03-03T09:30:00Z');
    stage = new Stage(fresh.siteUrl);
  });

  test('a call is booked in one of the windows, reminded of in it, and ticked off with a note', async () => {
    const ben = await people.apply(stage, { name: 'Ben Okoro', email: 'ben@example.com' });
    const offered = candidateApi.readCallWindows.reply.body.parse(
      await stage.call('GET', '/api/candidate/call-windows', { token: ben.token }),
    );
    const [window] = offered.windows;
    expect(window).toEqual({ from: '2026-03-03T11:00:00.000Z', to: '2026-03-03T13:00:00.000Z' });
    const call = { wants: 'call', text: 'The shifts.', phone: offered.phone };
    const past = { from: '2026-03-03T09:00:00.000Z', to: '2026-03-03T11:00:00.000Z' };
    await expect(ask(stage, ben, { ...call, window: past })).rejects.toThrow(/body\.window/);
    const { questionId } = await ask(stage, ben, { ...call, window });
    await stage.advance({ to: '2026-03-03T11:30:00Z' });
    expect(await told(stage, /question/)).toEqual([
      'Tue 09:30 question-received → ben',
      'Tue 09:30 question-assigned → ana.ruiz',
      'Tue 11:15 question-reminder → ana.ruiz',
    ]);
    expect((await stage.mail('question-received')).text).toContain('between 11 am and 1 pm');
    expect((await stage.mail('question-assigned')).text).toContain('+44 113 496 0000');

    const body = { note: 'Spoke for five minutes.', expectedVersion: 1 };
    await settle(stage, ben, `${questionId}/called`, body);
    await expect(settle(stage, ben, `${questionId}/called`, body)).rejects.toThrow(
      /settled already as called/,
    );
    await stage.advance({ by: 'PT6H' });
    expect((await mine(stage, ben)).questions).toMatchObject([{ status: 'called' }]);
    expect(await told(stage, /question|answer|delayed → ben/)).toHaveLength(3);
  });

  test('twenty identical posts at once are one question, one machine, one confirmation', async () => {
    const piotr = await people.apply(stage, { name: 'Piotr Nowak', email: 'piotr@example.com' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(stage, piotr)));
    await stage.advance({ by: 'PT1M' });
    expect(new Set(answers.map(({ questionId }) => questionId)).size).toBe(1);
    const machines = fresh.cloud
      .executions()
      .filter(
        ({ machine, name }) => machine.endsWith('callback-request') && name.startsWith(piotr.applicationId),
      );
    expect(machines).toHaveLength(1);
    expect(await told(stage, /question-received → piotr/)).toHaveLength(1);
  });

  test('a fourth open question is refused in words; a withdrawal ends the other three in silence', async () => {
    const carla = await people.apply(stage, { name: 'Carla Bruni', email: 'carla@example.com' });
    for (const text of ['One?', 'Two?', 'Three?']) await ask(stage, carla, { wants: 'answer', text });
    const fourth = ask(stage, carla, { wants: 'answer', text: 'Four?' });
    await expect(fourth).rejects.toThrow(Refused);
    await expect(fourth).rejects.toThrow(/3 questions are open already/);
    await stage.advance({ by: 'PT1H' });
    await people.withdraw(stage, { name: 'Carla Bruni', email: 'carla@example.com' }, carla);
    await stage.advance({ by: 'P5D' });
    const heard = await told(stage, /→ carla/);
    expect(heard.at(-1)).toContain('withdrawal-confirmed');
    expect(heard).toHaveLength(5);
    expect((await theirs(stage, carla)).questions.map(({ status }) => status)).toEqual([
      'withdrawn',
      'withdrawn',
      'withdrawn',
    ]);
    const running = fresh.cloud
      .executions()
      .filter(({ name, status }) => name.startsWith(carla.applicationId) && status === 'RUNNING');
    expect(running).toEqual([]);
    await expect(ask(stage, carla)).rejects.toThrow(/withdrawn/);
  });
});

describe('a question whose machine the stream could not start', () => {
  let assembly: string;
  let fresh: Fresh;
  beforeAll(async () => {
    assembly = mkdtempSync(join(tmpdir(), 'hearback-stream-'));
    cpSync(inject('assembly'), assembly, { recursive: true });
    const file = join(assembly, 'Hearback.template.json');
    const template: { Resources: Record<string, unknown> } = JSON.parse(readFileSync(file, 'utf8'));
    for (const [id, resource] of Object.entries(template.Resources))
      if (id.startsWith('JourneyStart'))
        template.Resources[id] = JSON.parse(
          JSON.stringify(resource).replaceAll('"states:StartExecution"', '"states:ListTagsForResource"'),
        );
    writeFileSync(file, JSON.stringify(template));
    fresh = await freshCloud(assembly, '2026-03-03T09:30:00Z');
  });
  afterAll(async () => {
    await fresh.cloud.stop();
    rmSync(assembly, { recursive: true, force: true });
  });

  test('is taken up by the sweep, and promised for the same date', async () => {
    const stage = new Stage(fresh.siteUrl);
    const julia = await people.apply(stage, { name: 'Julia Perez', email: 'julia@example.com' });
    const { due } = await ask(stage, julia);
    await stage.advance({ by: 'PT5M' });
    expect(await told(stage)).toEqual([]);
    await stage.advance({ by: 'PT30M' });
    expect(await told(stage, /→ julia/)).toHaveLength(2);
    expect((await mine(stage, julia)).questions).toMatchObject([{ status: 'open', due }]);
  });
});
