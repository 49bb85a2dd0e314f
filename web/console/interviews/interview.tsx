import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { reschedule } from '../../../domain/api/recruiter/interviews.ts';
import { useSigned } from '../api/context.ts';
import type { ApplicationData, InterviewData } from '../application/data.ts';
import { useNow } from '../time/clock.ts';
import { momentIn } from '../time/words.ts';
import { nameOf } from '../words/people.ts';
import { CancelInterview } from './cancel.tsx';
import { FeedbackOf } from './feedback.tsx';
import { draftOfPlan } from './plan.ts';
import { PlanForm } from './plan-form.tsx';

type Standing = 'scheduled' | 'cancelled' | 'over';

const signs: Readonly<Record<Standing, { type: StatusIndicatorProps.Type; words: string }>> = {
  scheduled: { type: 'pending', words: 'To come' },
  cancelled: { type: 'stopped', words: 'Cancelled' },
  over: { type: 'success', words: 'Over' },
};

interface InterviewPanelProps {
  readonly interview: InterviewData;
  readonly data: ApplicationData;
  readonly onChange: () => Promise<void>;
}

/** One interview: what was arranged, how to change it, what came of it. */
export function InterviewPanel({ interview, data, onChange }: InterviewPanelProps) {
  const { call } = useSigned();
  const now = useNow();
  const [doing, setDoing] = useState<'move' | 'cancel'>();
  const { applicationId } = data.application;
  const { interviewId, version, status, startsAt, endsAt, zone, approved } = interview;
  const standing: Standing =
    status === 'cancelled' ? 'cancelled' : Date.parse(endsAt) <= now ? 'over' : 'scheduled';
  return (
    <Container
      header={
        <Header
          variant="h3"
          description={<StatusIndicator type={signs[standing].type}>{signs[standing].words}</StatusIndicator>}
          actions={
            standing === 'scheduled' && (
              <SpaceBetween size="xs" direction="horizontal">
                <Button onClick={() => setDoing('move')}>Move</Button>
                <Button onClick={() => setDoing('cancel')}>Cancel it</Button>
              </SpaceBetween>
            )
          }
        >
          {momentIn(startsAt, zone)}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {doing === 'move' ? (
          <PlanForm
            about={interviewId}
            initial={draftOfPlan(interview)}
            action="Move interview"
            onCancel={() => setDoing(undefined)}
            send={async (plan) => {
              await call(reschedule, {
                params: { applicationId, interviewId },
                body: { ...plan, expectedVersion: version },
              });
              setDoing(undefined);
              await onChange();
            }}
          />
        ) : (
          <Arranged interview={interview} />
        )}
        {standing === 'over' && <FeedbackOf interview={interview} data={data} />}
        {approved && (
          <div>
            <Box variant="h4">What the candidate reads</Box>
            <ul>
              {[...approved.strengths, ...approved.improvements].map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <Box color="text-body-secondary">Approved by {nameOf(approved.by)}.</Box>
          </div>
        )}
      </SpaceBetween>
      {doing === 'cancel' && (
        <CancelInterview
          applicationId={applicationId}
          interview={interview}
          candidateName={data.application.candidate.name}
          onClose={() => setDoing(undefined)}
          onDone={onChange}
        />
      )}
    </Container>
  );
}

function Arranged({ interview }: { interview: InterviewData }) {
  const { minutes, zone, place, videoUrl, interviewers, bring, contactPhone, scheduledBy } = interview;
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: 'Length', value: `${minutes} minutes, ${zone.replaceAll('_', ' ')}` },
        {
          label: 'Where',
          value: videoUrl === undefined ? place : <Link href={videoUrl}>By video</Link>,
        },
        { label: 'With', value: interviewers.map(nameOf).join(', ') },
        ...(bring === undefined ? [] : [{ label: 'To bring', value: bring }]),
        ...(contactPhone === undefined ? [] : [{ label: 'Phone on the day', value: contactPhone }]),
        { label: 'Arranged by', value: nameOf(scheduledBy) },
      ]}
    />
  );
}
