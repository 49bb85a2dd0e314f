import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { choicesOf } from '../decide/choices.ts';
import { untilLeaves } from '../decide/held.tsx';
import { addressOf, navigate } from '../shell/router.ts';
import { useNow } from '../time/clock.ts';
import { actionOf } from '../words/gates.ts';
import { rowKey } from './queues.ts';
import type { Acted, Actions } from './progress.ts';

interface RowActionProps {
  readonly row: WorklistRow;
  readonly actions: Actions;
  readonly onDecline: (row: WorklistRow) => void;
}

/** The one thing to do about a row, or what became of it with the way back. */
export function RowAction({ row, actions, onDecline }: RowActionProps) {
  const acted = actions.acted.get(rowKey(row));
  const who = row.candidateName;
  if (acted && acted.progress.kind !== 'failed')
    return <Outcome acted={acted} onUndo={() => void actions.undo(acted.row)} />;
  return (
    <SpaceBetween size="xxs">
      {acted?.progress.kind === 'failed' && (
        <StatusIndicator type="error">{acted.progress.words}</StatusIndicator>
      )}
      {row.kind === 'shortlist' ? (
        <SpaceBetween size="xs" direction="horizontal">
          <Button ariaLabel={`Shortlist ${who}`} onClick={() => void actions.shortlist(row)}>
            Shortlist
          </Button>
          <Button variant="link" ariaLabel={`Decline ${who}`} onClick={() => onDecline(row)}>
            Decline
          </Button>
        </SpaceBetween>
      ) : row.kind === 'task' ? (
        <Button ariaLabel={`Mark as done: ${who}`} onClick={() => void actions.finish(row)}>
          Mark as done
        </Button>
      ) : (
        <Button ariaLabel={`${actionOf(row)}: ${who}`} onClick={() => navigate(placeOf(row))}>
          {actionOf(row)}
        </Button>
      )}
    </SpaceBetween>
  );
}

/** Where a row is worked on: what is decided has a page of its own. */
function placeOf({ kind, applicationId, gateId }: WorklistRow): string {
  const isDecided = kind !== 'task' && kind !== 'interview-date' && choicesOf(kind).length > 0;
  return isDecided && gateId !== undefined
    ? addressOf.decide(applicationId, gateId)
    : addressOf.application(applicationId);
}

function Outcome({ acted: { row, progress }, onUndo }: { acted: Acted; onUndo: () => void }) {
  const now = useNow(1000);
  if (progress.kind !== 'held')
    return (
      <StatusIndicator type={progress.kind === 'sending' ? 'loading' : 'info'}>
        {progress.words}
      </StatusIndicator>
    );
  const isOver = Date.parse(progress.leavesAt) <= now;
  return (
    <SpaceBetween size="xs" direction="horizontal" alignItems="center">
      <StatusIndicator type="success">
        {progress.words}.{' '}
        {isOver ? 'The message has left.' : `Leaves in ${untilLeaves(progress.leavesAt, now)}.`}
      </StatusIndicator>
      {!isOver && (
        <Button variant="inline-link" ariaLabel={`Undo: ${row.candidateName}`} onClick={onUndo}>
          Undo
        </Button>
      )}
    </SpaceBetween>
  );
}
