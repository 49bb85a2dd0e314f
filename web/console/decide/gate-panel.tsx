import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { ApplicationData, GateData } from '../application/data.ts';
import { useSigned } from '../api/context.ts';
import { Failed } from '../shell/failed.tsx';
import { useNow } from '../time/clock.ts';
import { moment } from '../time/words.ts';
import { outcomeWords, promised } from '../words/gates.ts';
import { nameOf } from '../words/people.ts';
import { reasonWords } from '../words/reasons.ts';
import { DecisionForm } from './form.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { Held } from './held.tsx';
import { sendUndo } from './send.ts';

interface GatePanelProps {
  readonly data: ApplicationData;
  readonly gate: GateData;
  /** Fetches the application again. */
  readonly onChange: () => Promise<void>;
}

/** A wait as it stands: to be decided, decided and still to be undone, or over. */
export function GatePanel({ data, gate, onChange }: GatePanelProps) {
  const { call } = useSigned();
  const now = useNow(1000);
  const [trouble, setTrouble] = useState<unknown>();
  const [isUndoing, setUndoing] = useState(false);
  const { applicationId, candidate, locale } = data.application;
  const target = { applicationId, gateId: gate.gateId, version: gate.version };

  async function takeBack() {
    setUndoing(true);
    setTrouble(undefined);
    try {
      await sendUndo(call, target);
      await onChange();
    } catch (error) {
      setTrouble(error);
    } finally {
      setUndoing(false);
    }
  }

  const isHeld = gate.status === 'held' && gate.holdUntil !== undefined && Date.parse(gate.holdUntil) > now;
  return (
    <SpaceBetween size="m">
      {trouble !== undefined && <Failed error={trouble} onRetry={() => void takeBack()} />}
      {gate.status !== 'pending' && isHeld && gate.outcome && gate.holdUntil && (
        <Held
          outcome={gate.outcome}
          leavesAt={gate.holdUntil}
          by={gate.decision?.by}
          isUndoing={isUndoing}
          onUndo={() => void takeBack()}
        />
      )}
      {gate.status !== 'pending' && <Settled gate={gate} isHeld={isHeld} />}
      {gate.status === 'pending' ? (
        <DecisionForm
          target={target}
          kind={gate.kind}
          criteria={data.criteria.map(({ text }) => text)}
          locale={locale}
          onAnswer={() => void onChange()}
        />
      ) : (
        <KeptDraft gate={gate} applicationId={applicationId} candidateName={candidate.name} />
      )}
    </SpaceBetween>
  );
}

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
