import * as z from 'zod';
import { gateView } from '../../domain/application/gate.ts';
import { candidateLetters } from '../../domain/letters/candidate-letters.ts';
import { staffNotes } from '../../domain/letters/staff-notes.ts';
import { locales } from '../../domain/messages/locale.ts';
import {
  type Audience,
  type Category,
  audienceOf,
  categoryOf,
  messageNames,
} from '../../domain/messages/messages.ts';
import { stepContracts } from '../../domain/steps/contracts.ts';
import type { JsonSchema } from './values/schema.ts';

/** A step as a Task can use it. */
export interface StepFacts {
  /** By name of the argument. */
  readonly input: Readonly<Record<string, z.ZodType>>;
  readonly output: JsonSchema;
  /** What the Task gets when its token is answered. */
  readonly answer?: JsonSchema;
}

/** A message as a Task can send it. */
export interface MessageFacts {
  readonly category: Category;
  readonly audience: Audience;
  /** Whether a workflow can send it: some are written by other parts only. */
  readonly sendable: boolean;
}

/** What a `${placeholder}` stands for. */
export interface Supply {
  readonly kind: 'step' | 'machine' | 'bus';
  readonly name: string;
}

/** What a definition is held against. */
export interface LintContext {
  /** The text of every machine by name, also of the one looked at. */
  readonly definitions: ReadonlyMap<string, string>;
  /** By name. */
  readonly steps: ReadonlyMap<string, StepFacts>;
  readonly messages: ReadonlyMap<string, MessageFacts>;
  readonly locales: readonly string[];
  /** As `<locale>/<message>`. */
  readonly templates: ReadonlySet<string>;
  /** By placeholder. */
  readonly supplies: ReadonlyMap<string, Supply>;
  /** What the product gives a machine that no other starts, by its name; of any other nothing is known. */
  readonly entryInput: ReadonlyMap<string, readonly string[]>;
}

/**
 * The context of this product: its steps, messages and languages are the domain's own lists. Given are the
 * machines' texts by name and the templates there are, as `<locale>/<message>`.
 */
export function contextOf(
  definitions: ReadonlyMap<string, string>,
  templates: ReadonlySet<string>,
  outputs: StepOutputs = stepOutputs(),
): LintContext {
  const steps = Object.entries(stepContracts).map(([name, contract]): [string, StepFacts] => [
    name,
    { input: contract.input.shape, output: {}, ...outputs[name] },
  ]);
  return {
    definitions,
    steps: new Map(steps),
    messages: new Map(
      messageNames.map((name) => [
        name,
        {
          category: categoryOf(name),
          audience: audienceOf(name),
          sendable: Object.hasOwn(candidateLetters, name) || Object.hasOwn(staffNotes, name),
        },
      ]),
    ),
    locales,
    templates,
    supplies: new Map<string, Supply>([
      ...steps.map(([name]) => [`${pascalCase(name)}Arn`, { kind: 'step', name }] as const),
      ...[...definitions.keys()].map(
        (name) => [`${pascalCase(name)}Arn`, { kind: 'machine', name }] as const,
      ),
      ['EventBusName', { kind: 'bus', name: 'events' }],
    ]),
    entryInput: new Map([
      ['candidate-journey', ['applicationId']],
      ['callback-request', ['applicationId', 'questionId']],
    ]),
  };
}

/** What steps give, and what a task token of theirs is answered with, by name of the step. */
type StepOutputs = Readonly<Record<string, Pick<StepFacts, 'output' | 'answer'>>>;

/** The same for all steps: made from their contracts, or beforehand where that would weigh too much. */
export function stepOutputs(): StepOutputs {
  return Object.fromEntries(
    Object.entries(stepContracts).map(([name, contract]) => [
      name,
      {
        output: jsonSchemaOf(contract.output),
        ...(name === 'open-gate' && { answer: jsonSchemaOf(gateView) }),
      },
    ]),
  );
}

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'output' });
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
