import { expect, test } from 'vitest';
import * as z from 'zod';
import { synthesize } from './synthesized.ts';

const resources = z
  .object({ Resources: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(synthesize().template.toJSON()).Resources;

/** Logical ids that a value refers to, at any depth. */
function referred(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referred);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String(Array.isArray(inner) ? inner[0] : inner).replace(/\..*/, '')];
    if (key === 'DependsOn') return [inner].flat().map(String);
    return referred(inner);
  });
}

test('No resource depends on itself through others: CloudFormation would refuse the template', () => {
  const open = new Map(
    Object.entries(resources).map(([id, { Type: _, Metadata: __, ...rest }]) => [
      id,
      new Set(referred(rest).filter((other) => other in resources)),
    ]),
  );
  // Take away, again and again, what waits for nothing; only circles stay.
  for (let before = -1; before !== open.size;) {
    before = open.size;
    for (const [id, needs] of open) if (![...needs].some((other) => open.has(other))) open.delete(id);
  }
  expect([...open.keys()]).toEqual([]);
});
