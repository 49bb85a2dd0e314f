import { answers } from './answers.ts';
import { beyondProof } from './beyond-proof.ts';
import { graph } from './graph.ts';
import { histories } from './histories.ts';
import { messages } from './messages.ts';
import { nextRun } from './next-run.ts';
import { retries } from './retries.ts';
import { stepArguments } from './step-arguments.ts';
import { swallowedErrors } from './swallowed-errors.ts';
import { takenApart } from './taken-apart.ts';
import { tasks } from './tasks.ts';
import { text } from './text.ts';
import { toldApart } from './told-apart.ts';
import { values } from './values.ts';
import type { Refused } from './refused.ts';

/** Edits that hurt somebody. */
export const harmful: readonly Refused[] = [
  ...answers,
  ...beyondProof,
  ...graph,
  ...histories,
  ...messages,
  ...nextRun,
  ...retries,
  ...stepArguments,
  ...swallowedErrors,
  ...takenApart,
  ...tasks,
  ...text,
  ...toldApart,
  ...values,
];
