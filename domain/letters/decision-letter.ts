import type { GateKind } from '../application/gate.ts';
import type { Decision } from '../decisions/decision.ts';
import type { MessageName } from '../messages/messages.ts';

/**
 * The letter with which `candidate-journey` answers a decision, and whether it is told of the gate that was
 * decided. A test holds this against the workflow itself.
 */
export function decisionLetter(
  kind: GateKind,
  outcome: Decision['outcome'],
): { readonly message: MessageName; readonly tellsGate: boolean } {
  switch (outcome) {
    case 'shortlisted':
    case 'another-interview':
      return { message: 'invitation', tellsGate: false };
    case 'hired':
      return { message: 'hired', tellsGate: false };
    case 'declined':
      return { message: kind === 'next-step' ? 'decline-after-interview' : 'decline', tellsGate: true };
  }
}
