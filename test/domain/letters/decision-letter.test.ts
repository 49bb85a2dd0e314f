import { expect, test } from 'vitest';
import * as z from 'zod';
import type { GateKind } from '../../../domain/application/gate.ts';
import { decision } from '../../../domain/decisions/decision.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import { decisionLetter } from '../../../domain/letters/decision-letter.ts';
import journey from '../../../workflows/candidate-journey.asl.json' with { type: 'json' };

const choice = z.looseObject({
  Choices: z.array(z.looseObject({ Condition: z.string(), Next: z.string() })),
});
const sending = z.looseObject({
  Arguments: z.looseObject({
    Payload: z.looseObject({ message: z.string(), gateId: z.optional(z.string()) }),
  }),
});

/** The states that read what was decided, by what was waited for. */
const deciders: readonly (readonly [GateKind, keyof typeof journey.States])[] = [
  ['shortlist', 'What was decided?'],
  ['interview-date', 'Is there a date?'],
  ['next-step', 'What comes next?'],
];

/** What the shipped workflow does about each decision that a person can make. */
const cases = deciders.flatMap(([kind, state]) =>
  choice.parse(journey.States[state]).Choices.flatMap(({ Condition, Next }) => {
    const outcome = decision.shape.outcome.safeParse(/'([a-z-]+)'/.exec(Condition)?.[1]).data;
    return outcome === undefined ? [] : [[kind, outcome, Next] as [GateKind, Decision['outcome'], string]];
  }),
);

test.each(cases)('%s: %s is answered as the workflow does', (kind, outcome, next) => {
  const states: Record<string, unknown> = journey.States;
  const { message, gateId } = sending.parse(states[next]).Arguments.Payload;
  expect(decisionLetter(kind, outcome)).toEqual({ message, tellsGate: gateId !== undefined });
});

test('every decision is among them', () => {
  expect(new Set(cases.map(([, outcome]) => outcome))).toEqual(new Set(decision.shape.outcome.options));
});
