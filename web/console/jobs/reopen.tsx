import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { reopenJob } from '../../../domain/api/recruiter/jobs.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { useSigned } from '../api/context.ts';
import { Failed } from '../shell/failed.tsx';
import { useSubmission } from '../shell/submission.ts';

/** Takes applications again for a job that was closed. */
export function ReopenJob({ job, onDone }: { job: Job; onDone: () => Promise<void> }) {
  const { call } = useSigned();
  const { jobId, version } = job;
  const { trouble, isSending, submit } = useSubmission({
    check: () => ({ value: { expectedVersion: version } }),
    send: async (body) => {
      await call(reopenJob, { params: { jobId }, body });
      await onDone();
    },
  });
  return (
    <SpaceBetween size="xs">
      <Button loading={isSending} onClick={submit}>
        Reopen job
      </Button>
      {trouble !== undefined && <Failed error={trouble} onRetry={submit} />}
    </SpaceBetween>
  );
}
