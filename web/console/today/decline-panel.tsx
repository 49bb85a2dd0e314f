import SplitPanel from '@cloudscape-design/components/split-panel';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef } from 'react';
import type { WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { Criteria } from '../application/criteria.tsx';
import { useApplication } from '../application/data.ts';
import { DecisionForm } from '../decide/form.tsx';
import { GatePanel } from '../decide/gate-panel.tsx';
import type { Answer } from '../decide/send.ts';
import { Failed } from '../shell/failed.tsx';
import { Loading } from '../shell/loading.tsx';

interface DeclinePanelProps {
  readonly row: WorklistRow;
  readonly onAnswer: (answer: Answer) => void;
  readonly onClose: () => void;
}

/** Beside the list: what the candidate answered, and the decision with its reasons. Escape goes back to the row. */
export function DeclinePanel({ row, onAnswer, onClose }: DeclinePanelProps) {
  const { applicationId, gateId, candidateName } = row;
  const { value, error, reload } = useApplication(applicationId);
  const gate = value?.gates.find((one) => one.gateId === gateId);
  const place = useRef<HTMLDivElement>(null);
  const isReady = value !== undefined;
  useEffect(() => {
    if (isReady) place.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [isReady]);
  return (
    <SplitPanel header={candidateName} closeBehavior="hide" hidePreferencesButton>
      <div
        ref={place}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClose();
        }}
      >
        {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
        {value === undefined && error === undefined && <Loading />}
        {gate !== undefined && gate.status !== 'pending' && value !== undefined && (
          // Somebody was faster: what they did, and what was written here.
          <GatePanel data={value} gate={gate} onChange={reload} />
        )}
        {value !== undefined && gateId !== undefined && gate?.status === 'pending' && (
          <SpaceBetween size="l">
            <Criteria criteria={value.criteria} />
            <DecisionForm
              key={gateId}
              target={{ applicationId, gateId, version: gate.version }}
              kind={gate.kind}
              criteria={value.criteria.map(({ text }) => text)}
              locale={value.application.locale}
              onAnswer={onAnswer}
            />
          </SpaceBetween>
        )}
      </div>
    </SplitPanel>
  );
}
