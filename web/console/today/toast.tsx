import Button from '@cloudscape-design/components/button';
import Flashbar from '@cloudscape-design/components/flashbar';
import { useState } from 'react';
import { untilLeaves } from '../decide/held.tsx';
import { useNow } from '../time/clock.ts';
import { rowKey } from './queues.ts';
import type { Acted, Actions } from './progress.ts';

/** What is still held, the latest last. */
function heldOf(acted: Actions['acted'], now: number) {
  return [...acted.values()].flatMap(({ row, progress }: Acted) =>
    progress.kind === 'held' && Date.parse(progress.leavesAt) > now
      ? [{ row, words: progress.words, leavesAt: progress.leavesAt }]
      : [],
  );
}

/**
 * The latest decision and the way back, in sight wherever its row has gone. It covers a corner instead of moving the
 * list: whoever works down the rows finds the next one where it was.
 */
export function Toast({ actions }: { actions: Actions }) {
  const now = useNow(1000);
  const [dismissed, setDismissed] = useState<string>();
  const held = heldOf(actions.acted, now);
  const latest = held.at(-1);
  if (latest === undefined) return undefined;
  const { row, words, leavesAt } = latest;
  const id = `${rowKey(row)} ${leavesAt}`;
  if (id === dismissed) return undefined;
  const others = held.length - 1;
  return (
    <div className="toast">
      <Flashbar
        items={[
          {
            id,
            type: 'success',
            dismissible: true,
            dismissLabel: 'Hide this',
            onDismiss: () => setDismissed(id),
            content: `${row.candidateName}: ${words.toLowerCase()}; it leaves in ${untilLeaves(leavesAt, now)}.${
              others === 0 ? '' : ` ${others} more ${others === 1 ? 'waits' : 'wait'} to leave.`
            }`,
            action: (
              <Button ariaLabel={`Take it back: ${row.candidateName}`} onClick={() => void actions.undo(row)}>
                Undo
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}
