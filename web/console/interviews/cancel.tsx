import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { cancel } from '../../../domain/api/recruiter/interviews.ts';
import { useSigned } from '../api/context.ts';
import type { InterviewData } from '../application/data.ts';
import { Failed } from '../shell/failed.tsx';
import { useSubmission } from '../shell/submission.ts';
import { momentIn } from '../time/words.ts';

interface CancelInterviewProps {
  readonly applicationId: string;
  readonly interview: InterviewData;
  readonly candidateName: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Asks once more before an interview is called off: the candidate hears of it at once. */
export function CancelInterview({
  applicationId,
  interview,
  candidateName,
  onClose,
  onDone,
}: CancelInterviewProps) {
  const { call } = useSigned();
  const { interviewId, version, startsAt, zone } = interview;
  const { trouble, isSending, submit } = useSubmission({
    check: () => ({ value: { expectedVersion: version } }),
    send: async (query) => {
      await call(cancel, { params: { applicationId, interviewId }, query });
      onClose();
      await onDone();
    },
  });

  return (
    <Modal
      visible
      header="Cancel this interview?"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              Keep it
            </Button>
            <Button variant="primary" loading={isSending} onClick={submit}>
              Cancel interview
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {trouble !== undefined && <Failed error={trouble} />}
        <Box>
          {candidateName} is told at once that the interview of {momentIn(startsAt, zone)} will not be held.
          This cannot be undone; you then owe a new date.
        </Box>
      </SpaceBetween>
    </Modal>
  );
}
