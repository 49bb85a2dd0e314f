import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { freshCloud } from '../../local/demo/fresh-cloud.ts';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';

/** The same assembly with an action taken out of every policy. */
function without(assembly: string, action: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'hearback-denied-'));
  cpSync(assembly, copy, { recursive: true });
  const file = join(copy, 'Hearback.template.json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(`"${action}"`, '"ses:GetAccount"'));
  return copy;
}

describe('a deployment whose role may not send mail', () => {
  let assembly: string;
  let fresh: Fresh;
  beforeAll(async () => {
    assembly = without(inject('assembly'), 'ses:SendEmail');
    fresh = await freshCloud(assembly, '2026-03-03T14:05:00Z');
  });
  afterAll(async () => {
    await fresh.cloud.stop();
    rmSync(assembly, { recursive: true, force: true });
  });

  test('says which call was refused, and leaves the applicant to a person', async () => {
    const stage = new Stage(fresh.siteUrl);
    const applied = await people.apply(stage, { name: 'Julia Perez', email: 'julia@example.com' });
    await stage.advance({ by: 'PT10M' });

    const denied = await stage.call<{ action: string; caller: string }[]>('GET', '/_local/denied');
    expect(denied.map(({ action }) => action)).toContain('ses:SendEmail');
    expect(denied[0]?.caller).toContain('SendMessage');
    const { tasks, application } = await people.view(stage, applied);
    expect(tasks).toMatchObject([{ task: 'attention', status: 'open' }]);
    expect(application).toMatchObject({ stage: 'received' });
    expect(await stage.mails()).toEqual([]);
  });
});
