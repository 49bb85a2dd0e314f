import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { startCloud } from '../../local/cloud.ts';
import type { Cloud } from '../../local/cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { seed } from '../../local/seed/seed.ts';
import { Admin, withFirstState } from './admins.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearback-published-'));
const reported: string[] = [];
let cloud: Cloud | undefined;
afterAll(async () => {
  await cloud?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** A laptop that keeps what it has, as `npm start` does. */
async function restarted(assembly: string): Promise<{ admin: Admin; stage: Stage; cloud: Cloud }> {
  const again = cloud !== undefined;
  await cloud?.stop();
  const running = await startCloud({
    assembly,
    site: scratch,
    port: 0,
    awsPort: 0,
    data: join(scratch, 'data'),
    start: Date.parse('2026-03-03T14:05:00Z'),
    ...(!again && { prepare: async (siteUrl: string) => void (await seed(siteUrl)) }),
    report: (line) => void reported.push(line),
    died: (reason) => {
      throw new Error(reason);
    },
  });
  cloud = running;
  const admin = new Admin(running.siteUrl, (await running.token('grace-okafor')) ?? '');
  return { admin, stage: new Stage(running.siteUrl), cloud: running };
}

/** The same assembly as if the repository had changed in a way that publishes nothing else. */
function redeployed(assembly: string): string {
  const copy = join(scratch, 'assembly');
  cpSync(assembly, copy, { recursive: true });
  const file = join(copy, 'Hearback.template.json');
  const text = readFileSync(file, 'utf8');
  const hash = /"Hash": ?"([0-9a-f]{16})"/.exec(text)?.[1];
  if (hash === undefined) throw new Error('the template has no hash of what it publishes');
  writeFileSync(file, text.replaceAll(hash, 'fedcba9876543210'));
  return copy;
}

test(
  'what an admin published outlives a restart of the laptop, and the next deployment',
  { timeout: 300_000 },
  async () => {
    const assembly = inject('assembly');
    const first = await restarted(assembly);
    const definition = withFirstState(await first.admin.definition('candidate-journey'), 'Look twice');
    const body = {
      definitions: { 'candidate-journey': definition },
      note: 'look twice',
      force: { reason: 'this test is about restarts' },
    };
    await first.admin.ask('publishWorkflows', 'releases', { body, ifMatch: 1 });

    const second = await restarted(assembly);
    expect((await second.admin.live()).live).toMatchObject({ release: 2, settled: true });

    const third = await restarted(redeployed(assembly));
    expect((await third.admin.live()).live).toMatchObject({ release: 2, settled: true });
    const { applicationId } = await people.apply(third.stage, { name: 'Julia', email: 'julia@example.com' });
    await third.stage.advance({ by: 'PT1M' });
    const journey = third.cloud.executions().find(({ name }) => name === applicationId);
    expect(JSON.stringify(third.cloud.execution(journey?.arn ?? ''))).toContain('Look twice');
    expect(reported.filter((line) => line.startsWith('not updated'))).toEqual([]);
  },
);
