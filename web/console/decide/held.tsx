import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { GateOutcome } from '../../../domain/application/gate.ts';
import { useNow } from '../time/clock.ts';
import { length } from '../time/words.ts';
import { outcomeWords } from '../words/gates.ts';
import { nameOf } from '../words/people.ts';

interface HeldProps {
  readonly outcome: GateOutcome;
  readonly leavesAt: string;
  readonly by: string | undefined;
  readonly isUndoing: boolean;
  readonly onUndo: () => void;
}

/** `10 min`, rounded up: what a person may rely on is said in whole minutes. */
export function untilLeaves(leavesAt: string, now: number): string {
  const left = Date.parse(leavesAt) - now;
  return left < 60_000 ? length(left) : `${Math.ceil(left / 60_000)} min`;
}

/** A decision whose message has not left, and the way back. */
export function Held({ outcome, leavesAt, by, isUndoing, onUndo }: HeldProps) {
  const now = useNow(1000);
  const isOver = Date.parse(leavesAt) <= now;
  return (
    <div role="status">
      <Alert
        type="success"
        header={`${outcomeWords[outcome]}${by === undefined ? '' : ` by ${nameOf(by)}`}`}
        action={
          isOver ? undefined : (
            <Button onClick={onUndo} loading={isUndoing}>
              Undo
            </Button>
          )
        }
      >
        {isOver ? 'The message has left.' : `The message leaves in ${untilLeaves(leavesAt, now)}.`}
      </Alert>
    </div>
  );
}
