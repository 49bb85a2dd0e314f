import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { GateData } from '../application/data.ts';
import { moment } from '../time/words.ts';
import { outcomeWords, promised } from '../words/gates.ts';
import { nameOf } from '../words/people.ts';
import { reasonWords } from '../words/reasons.ts';

/** How a wait ended: by whom, when, why. */
export function Settled({ gate, isHeld }: { gate: GateData; isHeld: boolean }) {
  const { outcome, settledBy, decision, closedAt, kept, kind } = gate;
  if (outcome === undefined) return <Box>{promised[kind]}: over</Box>;
  const by = decision ? nameOf(decision.by) : settledBy === 'timer' ? 'the last deadline' : undefined;
  const at = decision?.at ?? closedAt;
  return (
    <SpaceBetween size="xs">
      {!isHeld && (
        <Box>
          <b>{outcomeWords[outcome]}</b>
          {by !== undefined && ` by ${by}`}
          {at !== undefined && `, ${moment(at)}`}
        </Box>
      )}
      {kept !== undefined && (
        <StatusIndicator type={kept ? 'success' : 'error'}>
          {kept ? 'Promise kept' : 'Promise broken'}
        </StatusIndicator>
      )}
      {decision?.reasons && (
        <ul>
          {decision.reasons.map(({ code }) => (
            <li key={code}>{reasonWords[code].label}</li>
          ))}
        </ul>
      )}
      {decision?.note !== undefined && <Box variant="p">Note: {decision.note}</Box>}
    </SpaceBetween>
  );
}
