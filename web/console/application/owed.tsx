import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
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
  // The bar above counts down to the current promise; another wait has its own date.
  const isOwn = gate.status === 'pending' && gate.gateId !== data.application.promise?.gateId;
  const header = (
    <Header variant="h2" description={isOwn ? <Due at={gate.due} /> : undefined}>
      {promised[gate.kind]}
    </Header>
  );
  if (gate.kind === 'feedback')
    return (
      <Container header={header}>
        {nameOf(gate.subject.split('.')[1] ?? gate.owner)} has been asked for feedback on the interview.
      </Container>
    );
  const question = data.questions.find(({ gateId }) => gateId === gate.gateId);
  if (question && gate.status === 'pending') {
    const { applicationId, candidate } = data.application;
    return (
      <Container header={header}>
        <QuestionPanel
          applicationId={applicationId}
          phone={candidate.phone}
          question={question}
          onChange={onChange}
        />
      </Container>
    );
  }
  if (gate.kind === 'approval')
    return (
      <Container header={header}>
        {gate.status === 'pending' ? (
          <ApprovalPanel data={data} gate={gate} onChange={onChange} />
        ) : (
          <Settled gate={gate} isHeld={false} />
        )}
      </Container>
    );
  if (gate.kind === 'interview-date' && gate.status === 'pending')
    return (
      <Container header={header}>
        <SpaceBetween size="l">
          <SchedulePanel application={data.application} onDone={onChange} />
          <ExpandableSection headerText="Decline instead">
            <First isFirst={false}>
              <GatePanel data={data} gate={gate} onChange={onChange} />
            </First>
          </ExpandableSection>
        </SpaceBetween>
      </Container>
    );
  if (choicesOf(gate.kind).length === 0) return undefined;
  return (
    <Container header={header}>
      <GatePanel data={data} gate={gate} onChange={onChange} />
    </Container>
  );
}
