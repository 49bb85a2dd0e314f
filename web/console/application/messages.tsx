import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { SentLetter } from '../letters/sent-letter.tsx';
import { moment } from '../time/words.ts';
import { messageWords } from '../words/timeline.ts';
import type { ApplicationData } from './data.ts';

type Line = ApplicationData['messages'][number];

const statuses: Readonly<Record<Line['status'], { type: StatusIndicatorProps.Type; words: string }>> = {
  intent: { type: 'pending', words: 'About to go' },
  sending: { type: 'in-progress', words: 'Being sent' },
  sent: { type: 'success', words: 'Sent' },
  'held-back': { type: 'stopped', words: 'Held back' },
};

const reports: Readonly<
  Partial<Record<NonNullable<Line['seen']>, { type: StatusIndicatorProps.Type; words: string }>>
> = {
  delivered: { type: 'success', words: 'Delivered' },
  bounced: { type: 'error', words: 'Bounced' },
  complained: { type: 'warning', words: 'Called unwanted' },
  rejected: { type: 'error', words: 'Refused' },
};

/** What was sent to whom, how far it got, and each message as its reader saw it. */
export function Messages({
  applicationId,
  messages,
}: Pick<ApplicationData, 'messages'> & { applicationId: string }) {
  const [open, setOpen] = useState<Line>();
  return (
    <>
      <Table
        header={<Header counter={`(${messages.length})`}>Messages</Header>}
        ariaLabels={{ tableLabel: 'Messages' }}
        wrapLines
        items={messages.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))}
        trackBy="key"
        empty={<Box>Nothing was sent yet.</Box>}
        columnDefinitions={[
          { id: 'at', header: 'When', cell: ({ at }) => moment(at) },
          {
            id: 'message',
            header: 'Message',
            cell: (line) => <Named line={line} onOpen={() => setOpen(line)} />,
            isRowHeader: true,
          },
          { id: 'to', header: 'To', cell: ({ to }) => to },
          {
            id: 'status',
            header: 'Status',
            cell: ({ status, seen }) => {
              const { type, words } = (seen && reports[seen]) ?? statuses[status];
              return <StatusIndicator type={type}>{words}</StatusIndicator>;
            },
          },
        ]}
      />
      {open && (
        <SentLetter
          applicationId={applicationId}
          messageKey={open.key}
          message={open.message}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

/** Its subject, which opens it, and what kind it is. What was held back was never written. */
function Named({ line: { subject, message }, onOpen }: { line: Line; onOpen: () => void }) {
  if (subject === undefined) return messageWords(message);
  return (
    <>
      <Button variant="inline-link" onClick={onOpen}>
        {subject}
      </Button>
      <Box color="text-body-secondary" fontSize="body-s">
        {messageWords(message)}
      </Box>
    </>
  );
}
