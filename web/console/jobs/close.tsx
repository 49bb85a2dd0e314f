import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { closeJob } from '../../../domain/api/recruiter/jobs.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { useSigned } from '../api/context.ts';
import { Failed } from '../shell/failed.tsx';
import { useSubmission } from '../shell/submission.ts';

interface CloseJobProps {
  readonly job: Job;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Asks once more before a job takes no more applications. */
export function CloseJob({ job, onClose, onDone }: CloseJobProps) {
  const { call } = useSigned();
  const { trouble, isSending, submit } = useSubmission({
    check: () => ({ value: { expectedVersion: job.version } }),
    send: async (body) => {
      await call(closeJob, { params: { jobId: job.jobId }, body });
      onClose();
      await onDone();
    },
  });

  return (
    <Modal
      visible
      header={`Close ${job.title}?`}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              Keep it open
            </Button>
            <Button variant="primary" loading={isSending} onClick={submit}>
              Close the job
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {trouble !== undefined && <Failed error={trouble} />}
        <Box>Nobody new can apply. Everybody who has applied is still answered, as promised.</Box>
      </SpaceBetween>
    </Modal>
  );
}
