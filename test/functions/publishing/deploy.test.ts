import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { templateCatalogue } from '../../../domain/messages/catalogue.ts';
import { settings } from '../../../domain/settings/settings.ts';
import { Contended } from '../../../domain/steps/errors.ts';
import { workflowNames } from '../../../domain/workflows/names.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { knownTo, placeholderOf } from '../../../domain/workflows/placeholders.ts';
import { listAdminEvents } from '../../../functions/adapters/store/admin-events.ts';
import { listReleases, readLiveRelease } from '../../../functions/adapters/store/releases.ts';
import { publishSettings } from '../../../functions/adapters/store/publishing.ts';
import type { Table } from '../../../functions/adapters/store/table.ts';
import { tend } from '../../../functions/events/tend-releases.ts';
import { deploy } from '../../../functions/publishing/deploy.ts';
import type { Brought } from '../../../functions/publishing/deploy.ts';
import { release } from '../../../functions/publishing/release.ts';
import { subjectOf } from '../../../functions/publishing/subject.ts';
import defaults from '../../../workflows/settings.json' with { type: 'json' };
import { useTable } from '../dynamodb.ts';
import templates from '../../../.build/templates.json' with { type: 'json' };
import { fakeMachines } from './machines.ts';

const started = useTable();
const at = '2026-03-03T10:00:00.000Z';
let table: Table;
let machines: ReturnType<typeof fakeMachines>;
const catalogue = templateCatalogue.parse(templates);

/** What is published stands under keys that all tests share. */
beforeEach(async () => {
  table = started();
  const { Items = [] } = await table.client.send(
    new ScanCommand({ TableName: table.name, ProjectionExpression: 'pk, sk' }),
  );
  for (const Key of Items) await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
  machines = fakeMachines(at);
});

const arnOf = (name: WorkflowName): string => `arn:aws:states:us-east-1:1:stateMachine:${name}`;
const text = (name: WorkflowName, said = ''): string =>
  JSON.stringify({
    name,
    said,
    runs: name === 'candidate-journey' ? '${KeepPromiseArn}' : '${SendMessageArn}',
  });

function brought(change: Partial<Record<WorkflowName, string>> = {}, more: Partial<Brought> = {}): Brought {
  const supplies = Object.fromEntries(knownTo('candidate-journey').map((name) => [name, `arn of ${name}`]));
  return {
    installation: {
      supplies,
      machines: Object.fromEntries(
        workflowNames.map((name) => [name, { arn: arnOf(name), roleArn: 'role' }]),
      ),
    },
    workflows: new Map(workflowNames.map((name) => [name, change[name] ?? text(name)])),
    settings: settings.parse(defaults),
    templates: catalogue,
    sources: {},
    overwrite: [],
    ...more,
  };
}

const tendAt = (hour: string) =>
  tend(services(), { 'detail-type': 'Scheduled Event', time: `2026-03-04T${hour}:00Z` });
const alarmAt = (hour: string, value: 'ALARM' | 'OK') =>
  tend(services(), {
    'detail-type': 'CloudWatch Alarm State Change',
    time: `2026-03-04T${hour}:00Z`,
    detail: { state: { value } },
  });
const services = () => ({ table, workflows: machines.workflows });
const byAnna = { author: 'anna', note: 'calmer words', at, proven: { verdict: 'holds' } } as const;

async function annaPublishes(name: WorkflowName, said: string) {
  const { texts } = await subjectOf(table, { definitions: { [name]: text(name, said) } });
  return release(services(), { texts, by: byAnna });
}

test('the first deployment publishes everything, and tells it as its own', async () => {
  await deploy(services(), brought());
  expect(await readLiveRelease(table)).toMatchObject({ release: 1, settled: true });
  expect(await listReleases(table)).toMatchObject([
    { author: 'deployment', at, proven: { verdict: 'none' } },
  ]);
  for (const name of workflowNames) expect(machines.live(arnOf(name))).toBe('1@100');
  const { events } = await listAdminEvents(table, undefined);
  expect(events.map(({ type }) => type).toSorted()).toEqual([
    'SettingsPublished',
    'TemplatesPublished',
    'WorkflowsPublished',
  ]);
});

test('a parent names its child by the version of the same release', async () => {
  await deploy(services(), brought());
  expect(machines.versions.get(arnOf('candidate-journey'))?.[0]).toContain(`${arnOf('keep-promise')}:1`);
  const { release: made } = await annaPublishes('keep-promise', 'calmer');
  expect(made).toMatchObject({
    changed: ['keep-promise'],
    parts: { 'keep-promise': 2, 'candidate-journey': 2 },
  });
  expect(made.parts['loyalty-offer']).toBe(1);
  expect(machines.versions.get(arnOf('candidate-journey'))?.[1]).toContain(`${arnOf('keep-promise')}:2`);
});

test('the same again publishes nothing', async () => {
  await deploy(services(), brought());
  await deploy(services(), brought());
  expect(await listReleases(table)).toHaveLength(1);
});

test('a step with another address publishes the same texts anew, also those of admins', async () => {
  await deploy(services(), brought());
  await annaPublishes('loyalty-offer', 'calmer');
  const { installation } = brought();
  const supplies = { ...installation.supplies, [placeholderOf('send-message')]: 'arn of another' };
  await deploy(services(), brought({}, { installation: { ...installation, supplies } }));
  const [newest] = await listReleases(table);
  expect(newest).toMatchObject({ release: 3, author: 'deployment', changed: [] });
  const definition = machines.versions.get(arnOf('loyalty-offer'))?.at(-1);
  expect(definition).toContain('calmer');
  expect(definition).toContain('arn of another');
});

test('what an admin published stays while the repository stays as it was', async () => {
  await deploy(services(), brought());
  await annaPublishes('loyalty-offer', 'calmer');
  await deploy(services(), brought());
  expect(await readLiveRelease(table)).toMatchObject({ release: 2 });
});

test('a deployment that would overwrite what an admin published says so, and changes nothing', async () => {
  await deploy(services(), brought());
  await annaPublishes('loyalty-offer', 'calmer');
  const changed = brought({ 'keep-promise': text('keep-promise', 'stricter') });
  await expect(deploy(services(), changed)).rejects.toThrow(
    /release 2 of the workflows \(loyalty-offer\) was published by anna on 2026-03-03 10:00 UTC \("calmer words"\).*npm run workflows -- pull.*-c overwritePublished=workflows/,
  );
  expect(await readLiveRelease(table)).toMatchObject({ release: 2 });
  expect(machines.versions.get(arnOf('keep-promise'))).toHaveLength(1);

  await deploy(services(), { ...changed, overwrite: ['workflows'] });
  expect(await readLiveRelease(table)).toMatchObject({ release: 3 });
  // Its own version from before is taken as it is.
  expect(machines.live(arnOf('loyalty-offer'))).toBe('1@100');
});

test('once it was pulled into the repository, the deployment goes through', async () => {
  await deploy(services(), brought());
  await annaPublishes('loyalty-offer', 'calmer');
  await deploy(services(), brought({ 'loyalty-offer': text('loyalty-offer', 'calmer') }));
  expect(await listReleases(table)).toHaveLength(2);
  const both = {
    'loyalty-offer': text('loyalty-offer', 'calmer'),
    'keep-promise': text('keep-promise', 'stricter'),
  };
  await deploy(services(), brought(both));
  expect(await readLiveRelease(table)).toMatchObject({ release: 3 });
});

test('a crash between the store and the aliases is mended by whoever comes next', async () => {
  await deploy(services(), brought());
  machines.broken.aliases = true;
  await expect(annaPublishes('keep-promise', 'calmer')).rejects.toThrow('the service is out');
  expect(await readLiveRelease(table)).toMatchObject({ release: 2, settled: false });
  expect(machines.live(arnOf('candidate-journey'))).toBe('1@100');
  machines.broken.aliases = false;
  await tendAt('11:00');
  expect(await readLiveRelease(table)).toMatchObject({ release: 2, settled: true });
  expect(machines.live(arnOf('candidate-journey'))).toBe('2@100');
});

test('an alias that was left behind although all seemed settled is found within a day', async () => {
  await deploy(services(), brought());
  await annaPublishes('candidate-journey', 'calmer');
  machines.lead(arnOf('candidate-journey'), 1);
  await tendAt('11:00');
  expect(machines.live(arnOf('candidate-journey'))).toBe('1@100');
  await tendAt('00:20');
  expect(machines.live(arnOf('candidate-journey'))).toBe('2@100');
});

test('a canary has its share of new applications, and what it did not change has no share', async () => {
  await deploy(services(), brought());
  const { texts } = await subjectOf(table, {
    definitions: { 'candidate-journey': text('candidate-journey', 'new') },
  });
  await release(services(), { texts, by: byAnna, canary: { percent: 10, hours: 24 } });
  expect(machines.live(arnOf('candidate-journey'))).toBe('1@90 2@10');
  expect(machines.live(arnOf('keep-promise'))).toBe('1@100');
});

test('no canary starts while the alarm rings that would take it back; word that comes twice or late changes nothing', async () => {
  await deploy(services(), brought());
  const { texts } = await subjectOf(table, {
    definitions: { 'candidate-journey': text('candidate-journey', 'new') },
  });
  const trial = () => release(services(), { texts, by: byAnna, canary: { percent: 10, hours: 72 } });
  await alarmAt('11:00', 'ALARM');
  await expect(trial()).rejects.toThrow('needs attention since 2026-03-04T11:00:00Z');
  await alarmAt('12:00', 'OK');
  await alarmAt('11:00', 'ALARM');
  await trial();
  expect(await alarmAt('11:00', 'ALARM')).toEqual({ canary: 'running' });
  expect(await alarmAt('13:00', 'ALARM')).toEqual({ canary: 'alarmed' });
  expect(await readLiveRelease(table)).toMatchObject({ release: 1, lastCanary: { ending: 'alarmed' } });
});

test('a canary that the alarm was to take back is taken back later when something broke meanwhile', async () => {
  await deploy(services(), brought());
  const { texts } = await subjectOf(table, {
    definitions: { 'candidate-journey': text('candidate-journey', 'new') },
  });
  await release(services(), { texts, by: byAnna, canary: { percent: 10, hours: 24 } });
  machines.broken.aliases = true;
  await expect(alarmAt('11:00', 'ALARM')).rejects.toThrow('the service is out');
  machines.broken.aliases = false;
  await tendAt('12:00');
  expect(await readLiveRelease(table)).toMatchObject({ settled: true, lastCanary: { ending: 'alarmed' } });
  expect(machines.live(arnOf('candidate-journey'))).toBe('1@100');
});

test('an earlier release is brought back with the versions it had', async () => {
  await deploy(services(), brought());
  await annaPublishes('keep-promise', 'calmer');
  const { texts } = await subjectOf(table, { definitions: { 'keep-promise': text('keep-promise') } });
  const { release: back } = await release(services(), { texts, by: byAnna, restores: 1 });
  expect(back).toMatchObject({
    release: 3,
    restores: 1,
    parts: { 'keep-promise': 1, 'candidate-journey': 1 },
  });
  expect(machines.live(arnOf('candidate-journey'))).toBe('1@100');
  expect(machines.versions.get(arnOf('candidate-journey'))).toHaveLength(2);
});

test('what a colleague published since somebody looked is not undone', async () => {
  await deploy(services(), brought());
  const { texts, live } = await subjectOf(table, {
    definitions: { 'keep-promise': text('keep-promise', 'calmer') },
  });
  await annaPublishes('loyalty-offer', 'warmer');
  await expect(release(services(), { texts, on: live.release, by: byAnna })).rejects.toThrow(Contended);
  const now = await subjectOf(table, {});
  expect(now.live.release).toBe(2);
  expect(now.texts.get('loyalty-offer')).toContain('warmer');

  const other = { ...brought().settings, welcomeCall: !brought().settings.welcomeCall };
  await publishSettings(table, other, byAnna, undefined, 1);
  await expect(publishSettings(table, brought().settings, byAnna, undefined, 1)).rejects.toThrow(Contended);
});
