import { beforeAll, describe, expect, test } from 'vitest';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { Admin, alarmChanges, withFirstState } from './admins.ts';
import { cloudAt } from './standing-cloud.ts';

const added = 'Look at the calendar';
const note = 'a state that does nothing';
const insisted = { reason: 'this test is about publishing' };
const alarm = 'hearback-prod-needs-attention';

describe('an admin who publishes while applications are in flight', { timeout: 400_000 }, () => {
  let fresh: Fresh;
  let stage: Stage;
  let admin: Admin;
  let early: people.Applied;
  let late: people.Applied;
  beforeAll(async () => {
    fresh = await cloudAt('2026-03-03T14:05:00Z');
    stage = new Stage(fresh.siteUrl);
    admin = new Admin(fresh.siteUrl, (await fresh.cloud.token('grace-okafor')) ?? '');
  });

  /** The states of a machine that an application went through. */
  const statesOf = (machine: string, { applicationId }: people.Applied): string =>
    JSON.stringify(
      fresh.cloud
        .executions()
        .filter((one) => one.machine.endsWith(machine) && one.name.startsWith(applicationId))
        .map(({ arn }) => fresh.cloud.execution(arn)),
    );
  const inFlight = async (workflow: string) =>
    (await admin.ask('listWorkflows', 'workflows')).workflows.find((one) => one.workflow === workflow)
      ?.inFlight;

  test('finds what the deployment published as the first release', async () => {
    const { live, releases } = await admin.live();
    expect(live).toMatchObject({ release: 1, settled: true });
    expect(releases).toMatchObject([{ author: 'deployment', proven: { verdict: 'none' } }]);
    const outsider = new Admin(fresh.siteUrl, (await fresh.cloud.token('ana-ruiz')) ?? '');
    expect(await outsider.refused('releases')).toMatchObject({ status: 403 });
  });

  test('is asked for a proof before anything is published', { timeout: 300_000 }, async () => {
    early = await people.apply(stage, { name: 'Julia Perez', email: 'julia@example.com' });
    await stage.advance({ by: 'PT1M' });
    const definitions = {
      'loyalty-offer': withFirstState(await admin.definition('loyalty-offer'), added),
    };
    const publishing = { body: { definitions, note }, ifMatch: 1 };
    expect(await admin.refused('releases', publishing)).toMatchObject({
      status: 409,
      type: '/problems/not-proved',
    });
    const proof = await admin.proved({ definitions });
    expect(proof).toMatchObject({ status: 'done', result: { complete: true } });
    // What the repository's own machines are worth is for their tests to say; here it decides what publishing takes.
    const holds = proof.holds === true;
    const refusal = holds ? undefined : await admin.refused('releases', publishing);
    expect(refusal?.type).toBe(holds ? undefined : '/problems/promise-broken');
    const body = holds ? publishing.body : { ...publishing.body, force: insisted };
    const { live, release } = await admin.ask('publishWorkflows', 'releases', { body, ifMatch: 1 });
    expect(live).toMatchObject({ release: 2, settled: true });
    expect(release).toMatchObject({
      author: 'grace-okafor',
      note,
      changed: ['loyalty-offer'],
      // The child brings its parent along, which names it by version.
      parts: { 'keep-promise': 1, 'loyalty-offer': 2, 'candidate-journey': 2 },
      proven: { verdict: holds ? 'holds' : 'forced', proof: proof.proof },
    });
  });

  test('sees who runs on which version: the old finish on the old, the new on the new', async () => {
    late = await people.apply(stage, { name: 'Amir Khan', email: 'amir@example.com' });
    await stage.advance({ by: 'PT1M' });
    expect(await inFlight('candidate-journey')).toMatchObject([
      { version: 2, revision: 2, running: 1 },
      { version: 1, revision: 1, running: 1 },
    ]);
    const onTheOld = await admin.ask('listInFlight', 'workflows/candidate-journey/in-flight?version=1');
    expect(onTheOld.executions).toMatchObject([{ applicationId: early.applicationId }]);
    const keepsTo = async ({ applicationId }: people.Applied) =>
      (
        await stage.staff<{ keepsTo: unknown }>(
          people.lead,
          'GET',
          `/api/staff/applications/${applicationId}`,
        )
      ).keepsTo;
    expect(await keepsTo(early)).toEqual({ workflow: 1, settings: 1, templates: 1 });
    expect(await keepsTo(late)).toEqual({ workflow: 2, settings: 1, templates: 1 });
    // Nobody decides: after three days they are released, thanked by the child that was changed, asked how it was.
    await stage.advance({ by: 'P9D' });
    expect(statesOf('loyalty-offer', early)).not.toContain(added);
    expect(statesOf('loyalty-offer', late)).toContain(added);
    expect(statesOf('loyalty-offer', early)).toContain('Remember the answer');
  });

  test('is told what a colleague published meanwhile', async () => {
    const other = withFirstState(await admin.definition('loyalty-offer'), 'Look twice');
    const publishing = { body: { definitions: { 'loyalty-offer': other }, note }, ifMatch: 1 };
    expect(await admin.refused('releases', publishing)).toMatchObject({
      status: 412,
      type: '/problems/changed-meanwhile',
      changes: [
        {
          revision: 2,
          author: 'grace-okafor',
          note,
          difference: `loyalty-offer: adds '${added}'`,
        },
      ],
    });
  });

  test('is stopped with the counterexample when an edit hurts candidates', { timeout: 300_000 }, async () => {
    // Whoever is not called on the phone is let go at once: there is little to search, and much wrong.
    const definition = (await admin.definition('candidate-journey')).replace(
      '"Default": "Screen"',
      '"Default": "Close"',
    );
    const definitions = { 'candidate-journey': definition };
    const proof = await admin.proved({ definitions });
    const broken = proof.result?.verdicts.find(({ verdict }) => verdict === 'broken');
    expect(broken).toMatchObject({ title: expect.stringContaining('the answer or an honest new date') });
    expect(broken?.timeline?.length).toBeGreaterThan(0);
    const body = { definitions, note: 'calls only' };
    expect(await admin.refused('releases', { body, ifMatch: 2 })).toMatchObject({
      status: 409,
      type: '/problems/promise-broken',
      proof: proof.proof,
    });
    const invalid = { ...body, definitions: { 'candidate-journey': '{"States": {}}' } };
    const force = { reason: 'the works council wants it so' };
    expect(await admin.refused('releases', { body: { ...invalid, force }, ifMatch: 2 })).toMatchObject({
      status: 422,
      type: '/problems/invalid-definition',
    });
  });

  test('may insist with a reason, on a share of new applications, and the alarm takes it back', async () => {
    const definition = withFirstState(await admin.definition('candidate-journey'), 'Try something');
    const force = { reason: 'the proof is not needed for this test' };
    const canary = { percent: 10, hours: 24 };
    const body = { definitions: { 'candidate-journey': definition }, note, canary, force };
    const { live, release } = await admin.ask('publishWorkflows', 'releases', { body, ifMatch: 2 });
    expect(release.proven).toEqual({ verdict: 'forced', reason: force.reason });
    expect(live).toMatchObject({ release: 2, canary: { release: 3, percent: 10 } });
    const again = await admin.refused('releases', { body, ifMatch: 2 });
    expect(again).toMatchObject({ status: 409 });

    await alarmChanges(fresh.cloud.awsUrl, alarm, 'ALARM');
    await fresh.cloud.quiet();
    const after = (await admin.live()).live;
    expect(after).toMatchObject({ release: 2, settled: true, lastCanary: { release: 3, ending: 'alarmed' } });
    expect(after.canary).toBeUndefined();

    const meanwhile = await admin.refused('releases', { body, ifMatch: 2 });
    expect(meanwhile).toMatchObject({
      status: 409,
      detail: expect.stringContaining('needs attention since'),
    });
    await stage.advance({ by: 'PT5M' });
    await alarmChanges(fresh.cloud.awsUrl, alarm, 'OK');
    await fresh.cloud.quiet();
  });

  test('lets a canary end by itself: then everybody has it', async () => {
    const definition = withFirstState(await admin.definition('interview-feedback'), 'Try another thing');
    const body = {
      definitions: { 'interview-feedback': definition },
      note,
      canary: { percent: 10, hours: 1 },
      force: { reason: 'the proof is not needed for this test' },
    };
    await admin.ask('publishWorkflows', 'releases', { body, ifMatch: 2 });
    await stage.advance({ by: 'PT2H' });
    expect((await admin.live()).live).toMatchObject({
      release: 4,
      settled: true,
      lastCanary: { release: 4, ending: 'finished' },
    });
  });

  test('is told of each release what that one changed', async () => {
    const definitions = {
      'loyalty-offer': withFirstState(await admin.definition('loyalty-offer'), 'Look twice'),
      'interview-feedback': withFirstState(await admin.definition('interview-feedback'), 'Look again'),
    };
    const { changes } = await admin.refused('releases', { body: { definitions, note }, ifMatch: 1 });
    expect(changes).toMatchObject([
      { revision: 4, difference: "interview-feedback: adds 'Try another thing'" },
      { revision: 2, difference: `loyalty-offer: adds '${added}'` },
    ]);
  });

  test('does not roll back to what was tried and taken back: nobody was to start on it again', async () => {
    const back = { body: { note: 'once more' }, ifMatch: 4 };
    const refused = await admin.refused('releases/3/restore', back);
    expect(refused).toMatchObject({ status: 409, detail: expect.stringContaining('taken back') });
    expect((await admin.live()).live).toMatchObject({ release: 4 });
  });

  test('rolls back to what was live before, and everything is in the audit trail', async () => {
    const restored = await admin.ask('restoreRelease', 'releases/1/restore', {
      body: { note: 'as it was' },
      ifMatch: 4,
    });
    expect(restored).toMatchObject({
      live: { release: 5 },
      release: { restores: 1, parts: { 'loyalty-offer': 1 } },
    });
    const applied = await people.apply(stage, { name: 'Lena Groß', email: 'lena@example.com' });
    await stage.advance({ by: 'PT1M' });
    expect(await inFlight('candidate-journey')).toMatchObject([{ version: 1, running: 1 }]);
    expect(statesOf('candidate-journey', applied)).not.toContain('Try something');
    const { events } = await admin.ask('readAudit', 'audit');
    expect(events.map(({ type, actor }) => `${actor} ${type}`)).toEqual(
      expect.arrayContaining([
        'grace-okafor WorkflowsRestored',
        'schedule CanaryFinished',
        'alarm CanaryRolledBack',
        'grace-okafor CanaryStarted',
        'grace-okafor WorkflowsPublished',
        'grace-okafor ProofRequested',
        'deployment SettingsPublished',
      ]),
    );
    // Whoever reads the trail learns why something went out without a proof.
    expect(events.find(({ type }) => type === 'CanaryStarted')?.detail).toMatchObject({
      proven: 'forced',
      reason: 'the proof is not needed for this test',
    });
  });

  test('previews and publishes a message, and one that says nothing of its promise is refused', async () => {
    const { source } = await admin.ask('readTemplate', 'templates/acknowledgement/en');
    const sources = { en: source.replace('Hello {{firstName}},', 'Dear {{firstName}},') };
    const { previews } = await admin.ask('previewTemplate', 'templates/acknowledgement/preview', {
      body: { sources, locales: ['en'] },
    });
    expect(previews[0]).toMatchObject({ locale: 'en' });
    expect(previews[0]?.text).toContain('Dear ');
    const broken = {
      en: source.replaceAll('{{decisionDue.full}}', 'soon').replaceAll('{{decisionDue.moment}}', 'soon'),
    };
    const refusal = await admin.refused('templates/revisions', {
      body: { edits: { acknowledgement: broken }, note },
      ifMatch: 1,
    });
    expect(refusal).toMatchObject({ status: 422, type: '/problems/invalid-definition' });
    expect(refusal.errors?.[0]?.message).toContain('decisionDue');
    await admin.ask('publishTemplates', 'templates/revisions', {
      body: { edits: { acknowledgement: sources }, note },
      ifMatch: 1,
    });
    await people.apply(stage, { name: 'Noor Ali', email: 'noor@example.com' });
    await stage.advance({ by: 'PT1M' });
    expect((await stage.mail('acknowledgement', 'noor@example.com')).text).toContain('Dear Noor');
  });

  test('sees the clock of a promise, and publishes settings that were proved or insisted on', async () => {
    const { settings } = await admin.ask('readSettings', 'settings');
    const shortlist = { ...settings.promises.shortlist, within: 'PT36H' };
    const edited = { ...settings, promises: { ...settings.promises, shortlist } };
    const ladder = await admin.ask('previewLadder', 'settings/ladder', {
      body: { kind: 'shortlist', from: '2026-03-06T16:50:00Z', settings: edited },
    });
    expect(ladder.due).toBe('2026-03-08T04:50:00.000Z');
    expect(ladder.rungs.at(-1)).toMatchObject({ action: 'release', to: [{ role: 'candidate' }] });
    const body = { settings: edited, note: 'answer sooner' };
    expect(await admin.refused('settings/revisions', { body, ifMatch: 1 })).toMatchObject({
      type: '/problems/not-proved',
    });
    const force = { reason: 'the proof is not needed for this test' };
    const { live } = await admin.ask('publishSettings', 'settings/revisions', {
      body: { ...body, force },
      ifMatch: 1,
    });
    expect(live).toMatchObject({ revision: 2, author: 'grace-okafor', proven: { verdict: 'forced' } });
    const { revisions } = await admin.ask('listSettingsRevisions', 'settings/revisions');
    expect(revisions[0]).toMatchObject({ changed: ['promises.shortlist'] });
  });

  test('hears that public holidays are looked up, whoever types one', async () => {
    const { settings, revision } = await admin.ask('readSettings', 'settings');
    const { holidays } = settings.calendar;
    const withDays = (changed: Partial<typeof holidays>) => ({
      ...settings,
      calendar: { ...settings.calendar, holidays: { ...holidays, ...changed } },
    });
    const typed = withDays({ dates: [...holidays.dates, '2026-12-24'] });
    const field = `calendar.holidays.dates.${holidays.dates.length}`;
    const force = { reason: 'the proof is not needed for this test' };
    const publish = (edited: typeof settings) => ({
      body: { settings: edited, note: 'closed on Christmas Eve', force },
      ifMatch: revision,
    });
    expect(await admin.refused('settings/revisions', publish(typed))).toMatchObject({
      status: 422,
      errors: [{ field: `body.settings.${field}` }],
    });
    const problemsOf = async (edited: typeof settings) =>
      (await admin.ask('checkSettings', 'settings/check', { body: { settings: edited } })).problems;
    expect(await problemsOf(typed)).toMatchObject([{ field }]);
    expect(await problemsOf(withDays({ country: 'XX' }))).toMatchObject([{ field: 'calendar.holidays' }]);
    expect(await problemsOf(withDays({ country: 'IE', region: undefined }))).toEqual([]);
    await admin.ask('publishSettings', 'settings/revisions', publish(withDays({ extra: ['2026-12-24'] })));
    const now = (await admin.ask('readSettings', 'settings')).settings.calendar.holidays;
    expect(now).toEqual({ ...holidays, extra: ['2026-12-24'] });
  });
});
