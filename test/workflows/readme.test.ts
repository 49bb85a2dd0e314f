import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messageNames } from '../../domain/messages/messages.ts';
import { longestPauses, statesOf } from './definition.ts';
import type { StateDefinition } from './definition.ts';
import { machineNames, machineOf, stepNames, stepOf } from './machines.ts';
import type { MachineName } from './machines.ts';

const readme = readFileSync(new URL('../../workflows/README.md', import.meta.url), 'utf8');

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The rows of the first table below a heading, its own heading left out. */
function tableBelow(heading: string): string[][] {
  const [, section = ''] = readme.split(`\n${heading}\n`);
  const lines = section.split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const length = lines.slice(first).findIndex((line) => !line.startsWith('|'));
  return lines.slice(first + 2, first + length).map(cellsOf);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** How the tables name what a state does. */
function stepIn({ Type, Resource = '', Arguments = {} }: StateDefinition): string {
  if (Resource.includes(':lambda:invoke')) return `\`${stepOf(textOf(Arguments['FunctionName']))}\``;
  if (Resource.includes('startExecution'))
    return `starts \`${machineOf(textOf(Arguments['StateMachineArn']))}\``;
  return Resource.includes('putEvents') ? '`putEvents`' : Type;
}

/** What the errors column says of the Catches: where the last one, for everything, leads. */
function errorsIn(machine: MachineName, { Catch, Type, Default, Resource = '' }: StateDefinition): string {
  const last = Catch.at(-1)?.Next;
  if (last === 'Raise a task for a person') return 'task';
  const about = last?.match(/^Raise a task for the (\w+)$/)?.[1];
  if (about !== undefined) return about;
  if (last !== undefined && statesOf(machine).has(last)) return 'goes on';
  if (Type === 'Task' && Resource !== '') return 'of the Map';
  return Default === 'Raise a task for a person' ? 'task for an unknown answer' : '';
}

describe('the tables of the machines', () => {
  test.each(machineNames)('%s: states, steps and errors as they stand in the file', (machine) => {
    const states = [...statesOf(machine)];
    const rows = tableBelow(`### ${machine}`).map(([name, step, , errors = '']) => ({
      name,
      step,
      errors: errors.split(';')[0],
    }));
    expect(rows).toEqual(
      states.map(([name, state]) => ({ name, step: stepIn(state), errors: errorsIn(machine, state) })),
    );
  });

  test.each(machineNames)('%s: each message of the file is told, and only messages that exist', (machine) => {
    const states = statesOf(machine);
    for (const [name = '', , , , heard = ''] of tableBelow(`### ${machine}`)) {
      const told = [...heard.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message);
      const payload: unknown = states.get(name)?.Arguments?.['Payload'];
      const message = typeof payload === 'object' && payload && 'message' in payload ? payload.message : '';
      const fixed = textOf(message).startsWith('{%') ? '' : textOf(message);
      expect([name, ...(fixed ? told : [])]).toEqual([name, ...(fixed ? [fixed] : [])]);
      expect(told.filter((one) => one !== 'ApplicationNeedsAttention' && !isMessage(one))).toEqual([]);
    }
  });
});

const isMessage = (name: string): boolean => messageNames.some((known) => known === name);

describe('the rest of the page', () => {
  test('lists every step that the contracts know', () => {
    const listed = tableBelow('## The vocabulary of steps').map(([name]) => name);
    expect(listed).toEqual(stepNames.map((name) => `\`${name}\``));
  });

  test('gives the totals of the retries as they are', () => {
    const retry = (state: string) => statesOf('candidate-journey').get(state)?.Retry[0];
    const pauses = (state: string): number => {
      const retrier = retry(state);
      return retrier ? longestPauses(retrier).reduce((sum, pause) => sum + pause, 0) : 0;
    };
    expect(readme).toContain(`pauses of at most ${pauses('Screen')} s`);
    expect(readme).toContain(`${pauses('Screen') + 7 * 60} s in all`);
    expect(readme).toContain(`${pauses('Decide on the shortlist')} s in all`);
    expect(readme).toContain(`${pauses('Publish that it needs attention') + 6 * 60} s before`);
  });
});
