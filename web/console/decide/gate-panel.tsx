import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ApplicationData, GateData } from '../application/data.ts';
import { useSigned } from '../api/context.ts';
import { Failed } from '../shell/failed.tsx';
import { useNow } from '../time/clock.ts';
import { DecisionForm } from './form.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { Held } from './held.tsx';
import { sendUndo } from './send.ts';
import { Settled } from './settled.tsx';

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
