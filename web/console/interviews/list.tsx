import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ApplicationData } from '../application/data.ts';
import { InterviewPanel } from './interview.tsx';

/** Every interview of an application, the next one first. */
export function Interviews({ data, onChange }: { data: ApplicationData; onChange: () => Promise<void> }) {
  if (data.interviews.length === 0)
    return <Box color="text-body-secondary">No interview has been scheduled.</Box>;
  const ordered = data.interviews.toSorted(
    (one, other) => Date.parse(other.startsAt) - Date.parse(one.startsAt),
  );
  return (
    <SpaceBetween size="l">
      {ordered.map((interview) => (
        <InterviewPanel key={interview.interviewId} interview={interview} data={data} onChange={onChange} />
      ))}
    </SpaceBetween>
  );
}
