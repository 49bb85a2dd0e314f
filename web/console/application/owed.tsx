import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useSigned } from '../api/context.ts';
import { choicesOf } from '../decide/choices.ts';
import { GatePanel } from '../decide/gate-panel.tsx';
import { Settled } from '../decide/settled.tsx';
import { ApprovalPanel } from '../interviews/approval.tsx';
import { SchedulePanel } from '../interviews/schedule.tsx';
import { First } from '../shell/primary.tsx';
import { Due } from '../shell/due.tsx';
import { promised } from '../words/gates.ts';
import { nameOf } from '../words/people.ts';
import { actsOf } from './acts.ts';
import type { ApplicationData, GateData } from './data.ts';
import { HandOver } from './hand-over.tsx';
import { QuestionPanel } from './question.tsx';
import { TaskPanel } from './tasks.tsx';

interface OwedProps {
  readonly data: ApplicationData;
  readonly onChange: () => Promise<void>;
}

/** The acts that are owed now, each where it is done, what is due first on top. */
export function Owed({ data, onChange }: OwedProps) {
  const { me } = useSigned();
  const { applicationId, candidate } = data.application;
  const acts = actsOf(data, me);
  const first = acts.find(({ isMine }) => isMine);
  return (
    <SpaceBetween size="l">
      {acts.map((act) => (
        <First key={act.key} isFirst={act === first}>
          {act.gate && <OwedGate gate={act.gate} data={data} onChange={onChange} />}
          {act.task && (
            <TaskPanel
              applicationId={applicationId}
              phone={candidate.phone}
              task={act.task}
              onChange={onChange}
            />
          )}
        </First>
      ))}
    </SpaceBetween>
  );
}

function OwedGate({ gate, data, onChange }: OwedProps & { gate: GateData }) {
  const { applicationId, promise } = data.application;
  const isPending = gate.status === 'pending';
  // The bar above counts down to the current promise; another wait has its own date.
  const isOwn = isPending && gate.gateId !== promise?.gateId;
  const act = actAt({ gate, data, onChange });
  if (act === undefined) return undefined;
  return (
    <Container
      header={
        <Header variant="h2" description={isOwn ? <Due at={gate.due} /> : undefined}>
          {promised[gate.kind]}
        </Header>
      }
      footer={isPending && <HandOver applicationId={applicationId} gate={gate} onChange={onChange} />}
    >
      {act}
    </Container>
  );
}

/** Where a wait is ended, or how it stands; nothing for a wait that nobody ends. */
function actAt({ gate, data, onChange }: OwedProps & { gate: GateData }): ReactNode {
  const { applicationId, candidate } = data.application;
  const isPending = gate.status === 'pending';
  if (gate.kind === 'feedback') return <Asked gate={gate} />;
  const question = data.questions.find(({ gateId }) => gateId === gate.gateId);
  if (question && isPending)
    return (
      <QuestionPanel
        applicationId={applicationId}
        phone={candidate.phone}
        question={question}
        onChange={onChange}
      />
    );
  if (gate.kind === 'approval')
    return isPending ? (
      <ApprovalPanel data={data} gate={gate} onChange={onChange} />
    ) : (
      <Settled gate={gate} isHeld={false} />
    );
  if (gate.kind === 'interview-date' && isPending)
    return (
      <SpaceBetween size="l">
        <SchedulePanel application={data.application} onDone={onChange} />
        <ExpandableSection headerText="Decline instead">
          <First isFirst={false}>
            <GatePanel data={data} gate={gate} onChange={onChange} />
          </First>
        </ExpandableSection>
      </SpaceBetween>
    );
  if (choicesOf(gate.kind).length === 0) return undefined;
  return <GatePanel data={data} gate={gate} onChange={onChange} />;
}

/** Whoever was asked first may write as well: the first of the two ends the wait. */
function Asked({ gate: { owner, subject } }: { gate: GateData }) {
  const first = subject.split('.')[1] ?? owner;
  return (
    <>
      {nameOf(owner)} has been asked for feedback on the interview.
      {first !== owner && ` ${nameOf(first)} was asked first, and can still give theirs.`}
    </>
  );
}
