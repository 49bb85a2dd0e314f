import { describe, expect, test } from 'vitest';
import { lintDefinition } from '../../../simulator/lint/lint.ts';
import { edited } from './edit.ts';
import { harmful } from './harmful/all.ts';
import { harmless } from './harmless.ts';
import { context, definitionOf, definitions } from './shipped.ts';

const placesOf = (machine: string, text: string): string[] =>
  lintDefinition(machine, text, context).map(({ rule, line }) => `${rule}:${line}`);

test.each([...definitions])('%s as it is shipped is clean', (name, text) => {
  expect(lintDefinition(name, text, context)).toEqual([]);
});

describe('an edit that hurts is found, by its rule and at its line', () => {
  test.each(
    harmful.map((edit, index) => [`${index} ${edit.rule}: ${edit.machine}, ${edit.state}`, edit] as const),
  )('%s', (_, edit) => {
    const { text, line } = edited(edit);
    expect(text).not.toBe(definitionOf(edit.machine));
    expect(placesOf(edit.machine, text)).toContain(`${edit.rule}:${line}`);
  });
});

describe('an edit that hurts nobody is not refused', () => {
  test.each(harmless.map((edit) => [edit.what, edit] as const))('%s', (_, edit) => {
    const { text } = edited(edit);
    expect(text).not.toBe(definitionOf(edit.machine));
    const errors = lintDefinition(edit.machine, text, context).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});
