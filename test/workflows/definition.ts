import * as z from 'zod';
import { definitionText } from './machines.ts';
import type { MachineName } from './machines.ts';

/** The parts of a definition that the tests ask for; the engine reads the whole. */
const retrier = z.object({
  Comment: z.string(),
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z.number(),
  BackoffRate: z.number(),
  MaxAttempts: z.number(),
  MaxDelaySeconds: z.number().default(Infinity),
  JitterStrategy: z.enum(['FULL', 'NONE']),
});
export type Retrier = z.output<typeof retrier>;

const catcher = z.object({ ErrorEquals: z.array(z.string()), Next: z.string() });

const common = {
  Type: z.string(),
  Comment: z.string().optional(),
  Resource: z.string().optional(),
  Arguments: z.record(z.string(), z.unknown()).optional(),
  TimeoutSeconds: z.union([z.number(), z.string()]).optional(),
  Retry: z.array(retrier).default([]),
  Catch: z.array(catcher).default([]),
  Choices: z.array(z.object({ Next: z.string() })).default([]),
  Default: z.string().optional(),
  Next: z.string().optional(),
};

const plain = z.object(common);
export type StateDefinition = z.output<typeof plain>;

const state = z.object({
  ...common,
  ItemProcessor: z.object({ States: z.record(z.string(), plain) }).optional(),
});

const machine = z.object({ TimeoutSeconds: z.number(), States: z.record(z.string(), state) });

/** When the whole execution of a machine times out, in seconds. */
export function machineTimeout(name: MachineName): number {
  return machine.parse(JSON.parse(definitionText(name))).TimeoutSeconds;
}

/** Every state of a machine by name, those inside of Map states after the Map. */
export function statesOf(name: MachineName): Map<string, StateDefinition> {
  const { States } = machine.parse(JSON.parse(definitionText(name)));
  const all = Object.entries(States).flatMap(([outer, { ItemProcessor, ...rest }]) => [
    [outer, rest] as const,
    ...Object.entries(ItemProcessor?.States ?? {}),
  ]);
  const byName = new Map(all);
  if (byName.size !== all.length) throw new Error(`two states of ${name} have the same name`);
  return byName;
}

/** Whether a Task waits for an answer to its token. */
export const waitsForAnswer = ({ Resource = '' }: StateDefinition): boolean =>
  Resource.endsWith('.waitForTaskToken');

/** The longest pause between the attempts of a Task, in seconds all together: jitter only shortens it. */
export function longestPauses({
  IntervalSeconds,
  BackoffRate,
  MaxAttempts,
  MaxDelaySeconds,
}: Omit<Retrier, 'Comment' | 'ErrorEquals' | 'JitterStrategy'>): number[] {
  return Array.from({ length: MaxAttempts }, (_, attempt) =>
    Math.min(IntervalSeconds * BackoffRate ** attempt, MaxDelaySeconds),
  );
}
