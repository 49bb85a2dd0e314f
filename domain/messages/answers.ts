import type { Stage } from '../application/stages.ts';
import type { MessageName } from './messages.ts';

const answers: Partial<Record<Stage, readonly MessageName[]>> = {
  declined: ['decline', 'decline-after-interview'],
  hired: ['hired'],
  released: ['release'],
};

/** The messages of which one tells the candidate that the application has come to this stage; none while it is open. */
export function answersAt(stage: Stage): readonly MessageName[] {
  return answers[stage] ?? [];
}
