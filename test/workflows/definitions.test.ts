import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { TextDocument, getLanguageService } from 'amazon-states-language-service';
import { describe, expect, test } from 'vitest';
import { looks, secondsOfLooks } from '../../domain/messages/ledger.ts';
import { checkDefinition } from '../../simulator/asl/definition/parse.ts';
import { longestPauses, statesOf } from './definition.ts';
import { definitionText, machineNames, pathOf } from './machines.ts';

const service = getLanguageService({});

/** What the editor's own check says of a definition. */
async function findings(text: string): Promise<string[]> {
  const document = TextDocument.create('file://machine.asl.json', 'asl', 1, text);
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  return found.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

describe('the definitions', () => {
  test.each(machineNames)('%s passes the language service of AWS and our own check', async (name) => {
    expect(await findings(readFileSync(pathOf(name), 'utf8'))).toEqual([]);
    expect(checkDefinition(definitionText(name)).diagnostics).toEqual([]);
  });

  test('a definition that leads nowhere does not pass', async () => {
    expect(await findings('{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}')).not.toEqual([]);
  });

  test('all pass asl-validator', () => {
    const validator = new URL('../../node_modules/asl-validator/dist/bin/asl-validator.js', import.meta.url);
    const files = machineNames.flatMap((name) => ['--json-path', pathOf(name)]);
    const said = execFileSync(process.execPath, [validator.pathname, ...files, '--no-arn-check'], {
      encoding: 'utf8',
    });
    expect(said.match(/is valid/g)).toHaveLength(machineNames.length);
  });
});

describe('the retries', () => {
  const retriers = machineNames.flatMap((machine) =>
    [...statesOf(machine)].flatMap(([state, { Retry }]) =>
      Retry.map((one) => [machine, state, one] as const),
    ),
  );

  test.each(retriers)('%s, %s: end, and say how long they take at most', (machine, state, retrier) => {
    const pauses = longestPauses(retrier);
    const total = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(retrier.Comment).toContain(`at most ${pauses.join(' + ')} = ${total} s`);
    expect(total).toBeLessThanOrEqual(retrier.ErrorEquals.includes('MailUnconfirmed') ? 200 : 61);

    const limit = statesOf(machine).get(state)?.TimeoutSeconds;
    const attempts = retrier.MaxAttempts + 1;
    const inAll = `${attempts} attempts of at most ${limit} s ${total + attempts * Number(limit)} s in all`;
    expect(retrier.Comment).toContain(typeof limit === 'number' ? inAll : '');
  });

  test('try every function again after trouble that passes', () => {
    const passing = ['Contended', 'Unavailable', 'Lambda.TooManyRequestsException', 'Lambda.Unknown'];
    for (const machine of machineNames)
      for (const [state, { Resource = '', Retry }] of statesOf(machine)) {
        if (!Resource.includes(':lambda:')) continue;
        const named = Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
        expect([state, named]).toEqual([state, expect.arrayContaining([...passing, 'Runtime.ExitError'])]);
      }
  });

  test('look for word of a mail for two minutes, to the second, before it may go out again', () => {
    for (const [machine, state, { ErrorEquals, JitterStrategy, ...retrier }] of retriers) {
      const apart = ErrorEquals.includes('MailUnconfirmed');
      expect([machine, state, JitterStrategy]).toEqual([machine, state, apart ? 'NONE' : 'FULL']);
      if (!apart) continue;
      expect(ErrorEquals).toEqual(['MailUnconfirmed']);
      const pauses = longestPauses(retrier).slice(0, looks);
      expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(secondsOfLooks);
      // Beside the looks, a first and a second sending that break off; after which there is one look more.
      expect(retrier.MaxAttempts).toBe(looks + 2);
    }
  });

  test('never try again what would only fail the same way', () => {
    const named = new Set(retriers.flatMap(([, , { ErrorEquals }]) => ErrorEquals));
    for (const final of ['NotFound', 'NotAllowed', 'InvalidInput', 'MailRefused', 'States.TaskFailed'])
      expect(named.has(final)).toBe(false);
  });
});

describe('what an execution carries', () => {
  const allowed = new Set(
    'applicationId run kind subject from interviewId AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID'.split(' '),
  );

  test.each(machineNames)('%s: its children are given ids and instants, never personal data', (name) => {
    for (const { Resource = '', Arguments } of statesOf(name).values()) {
      if (!Resource.includes('startExecution')) continue;
      const input = Arguments?.['Input'];
      expect(
        Object.keys(typeof input === 'object' && input ? input : {}).every((key) => allowed.has(key)),
      ).toBe(true);
    }
  });

  test.each(machineNames)('%s: every step is told when its state was entered, and reads no clock', (name) => {
    for (const [state, { Resource = '', Arguments }] of statesOf(name)) {
      if (!Resource.startsWith('arn:aws:states:::lambda:invoke')) continue;
      expect([state, Arguments?.['Payload']]).toMatchObject([
        state,
        { at: '{% $states.context.State.EnteredTime %}' },
      ]);
    }
    expect(definitionText(name)).not.toMatch(/\$(now|millis|random|uuid)\(/);
  });
});
