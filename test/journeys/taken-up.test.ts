import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startCloud } from '../../local/cloud.ts';
import type { Cloud } from '../../local/cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { seed } from '../../local/seed/seed.ts';

const julia = { name: 'Julia Perez', email: 'julia@example.com' };
const ben = { name: 'Ben Okoro', email: 'ben@example.com' };
const cara = { name: 'Cara Lind', email: 'cara@example.com' };
const patient = { name: 'Dana Wolf', email: 'dana@example.com' };
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

describe('journeys that could not go on, once the cause is mended and deployed', () => {
  const data = mkdtempSync(join(tmpdir(), 'hearback-data-'));
  const broken = mkdtempSync(join(tmpdir(), 'hearback-denied-'));
  let cloud: Cloud;
  let stage: Stage;

  /** The same data on another deployment. */
  async function deploy(assembly: string): Promise<void> {
    cloud = await startCloud({
      assembly,
      site: join(import.meta.dirname, '../../web/dist'),
      port: 0,
      awsPort: 0,
      data,
      start: Date.parse('2026-03-03T14:05:00Z'),
      prepare: async (siteUrl) => void (await seed(siteUrl)),
      report: (line) => process.stderr.write(`${line.slice(0, 500)}\n`),
      died: (reason) => {
        throw new Error(reason);
      },
    });
    stage = new Stage(cloud.siteUrl);
  }

  const heardBy = async ({ email }: people.Candidate): Promise<unknown[]> =>
    (await stage.mails()).filter(({ to }) => to.includes(email)).map(({ tags }) => tags['message']);

  /** The open task that says that the journey has stopped. */
  async function taskOf(applied: people.Applied) {
    const { tasks } = await people.view(stage, applied);
    const task = tasks.find(({ task, status }) => task === 'attention' && status === 'open');
    if (!task) throw new Error('HR has no task');
    return task;
  }

  beforeAll(async () => {
    cpSync(inject('assembly'), broken, { recursive: true });
    const template = join(broken, 'Hearback.template.json');
    writeFileSync(template, readFileSync(template, 'utf8').replaceAll('"ses:SendEmail"', '"ses:GetAccount"'));
    await deploy(broken);
  });
  afterAll(async () => {
    await cloud.stop();
    for (const directory of [data, broken]) rmSync(directory, { recursive: true, force: true });
  });

  test('go on where they stopped, and say everything once', async () => {
    const applied = await people.apply(stage, julia);
    const withdrawing = await people.apply(stage, cara);
    const dana = await people.apply(stage, patient);
    await stage.advance({ by: 'PT10M' });
    expect(await stage.mails()).toEqual([]);
    await cloud.stop();
    await deploy(inject('assembly'));

    const { taskId, subject } = await taskOf(applied);
    expect(subject).toBe(applied.applicationId);
    await stage.staff(people.lead, 'POST', `/api/staff/tasks/${applied.applicationId}/${taskId}/done`, {});
    await people.withdraw(stage, cara, withdrawing);
    await stage.advance({ by: 'PT1M' });
    expect(await heardBy(julia)).toEqual(['acknowledgement']);
    expect(await heardBy(cara)).toEqual(['withdrawal-confirmed']);

    await people.decide(stage, applied, { outcome: 'shortlisted' });
    await stage.advance({ by: 'PT11M' });
    expect(await heardBy(julia)).toEqual(['acknowledgement', 'invitation']);
    // Nobody did the task of this one: the sweep takes it up by itself.
    await stage.advance({ by: 'PT15M' });
    expect(await heardBy(patient)).toEqual(['acknowledgement']);
    expect((await people.view(stage, dana)).tasks).toMatchObject([{ task: 'attention', status: 'done' }]);

    const { timeline } = await people.view(stage, applied);
    const journey = timeline.map(({ type }) => type).filter((type) => type.startsWith('Journey'));
    // It began and stalled in one instant of the virtual clock, which leaves their order open.
    expect(journey.slice(0, 2).toSorted()).toEqual(['JourneyBegan', 'JourneyStalled']);
    expect(journey.slice(2)).toEqual(['JourneyTakenUp']);
  });

  test('a journey that was stopped by hand has a task too, and what HR then decides is told', async () => {
    const applied = await people.apply(stage, ben);
    await stage.advance({ by: 'PT1H' });
    const running = cloud
      .executions()
      .find(({ arn }) => arn.endsWith(`candidate-journey:${applied.applicationId}`));
    const client = new SFNClient({ endpoint: cloud.awsUrl, region: 'us-east-1', credentials });
    await client.send(new StopExecutionCommand({ executionArn: running?.arn }));
    await stage.advance({ by: 'PT1M' });
    expect((await taskOf(applied)).subject).toBe(applied.applicationId);

    await people.decide(stage, applied, { outcome: 'shortlisted' });
    await stage.advance({ by: 'PT11M' });
    expect(await heardBy(ben)).toEqual(['acknowledgement', 'invitation']);
  });
});
