import { lostAnswers, missingBranches, staleGates } from './rules/answers.ts';
import { eventArguments, stepArguments } from './rules/arguments.ts';
import { beyondProof } from './rules/beyond-proof.ts';
import { childInputs, childNames, childTimeouts, ownInput } from './rules/children.ts';
import { choiceDefault, endless, failingForEver, spinning, targets, unreachable } from './rules/graph.ts';
import { declineDecision, marketingConsent } from './rules/guarded-messages.ts';
import { halfExpressions } from './rules/half-expressions.ts';
import { inTurn } from './rules/in-turn.ts';
import { neverTrue, unknownFields } from './rules/known-values.ts';
import { longerWaits } from './rules/longer-waits.ts';
import { messages } from './rules/messages.ts';
import { nextRun } from './rules/next-run.ts';
import { personalData } from './rules/personal-data.ts';
import { placeholderKinds, placeholders } from './rules/placeholders.ts';
import { retries } from './rules/retries.ts';
import { statesFields } from './rules/states-fields.ts';
import { swallowedErrors } from './rules/swallowed-errors.ts';
import { takenApart } from './rules/taken-apart.ts';
import {
  catchAll,
  deafWaits,
  heartbeats,
  machineTimeout,
  mapItems,
  taskTokens,
  timeouts,
  tokenTimeouts,
  toleratedFailures,
} from './rules/tasks.ts';
import { toldApart } from './rules/told-apart.ts';
import { unheardFailures } from './rules/unheard-failures.ts';
import { unsteady } from './rules/unsteady.ts';
import { variables } from './rules/variables.ts';
import type { Rule } from './subject.ts';

/** Every rule that the engine's own check does not have. */
export const rules: readonly Rule[] = [
  targets,
  unreachable,
  endless,
  spinning,
  failingForEver,
  choiceDefault,
  halfExpressions,
  variables,
  statesFields,
  unknownFields,
  neverTrue,
  unsteady,
  takenApart,
  beyondProof,
  taskTokens,
  timeouts,
  heartbeats,
  machineTimeout,
  deafWaits,
  catchAll,
  swallowedErrors,
  unheardFailures,
  toleratedFailures,
  stepArguments,
  messages,
  marketingConsent,
  declineDecision,
  personalData,
  placeholders,
  placeholderKinds,
  lostAnswers,
  staleGates,
  missingBranches,
  mapItems,
  inTurn,
  eventArguments,
  tokenTimeouts,
  longerWaits,
  childInputs,
  childNames,
  toldApart,
  nextRun,
  childTimeouts,
  ownInput,
  retries,
];
