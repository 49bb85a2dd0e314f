import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { moment } from '../time/words.ts';
import { messageWords } from '../words/timeline.ts';
import type { ApplicationData } from './data.ts';

type Status = ApplicationData['messages'][number]['status'];

const statuses: Readonly<Record<Status, { type: StatusIndicatorProps.Type; words: string }>> = {
  intent: { type: 'pending', words: 'About to go' },
  sending: { type: 'in-progress', words: 'Being sent' },
  sent: { type: 'success', words: 'Sent' },
  'held-back': { type: 'stopped', words: 'Held back' },
};

/** What was sent to whom and how far it got. */
export function Messages({ messages }: Pick<ApplicationData, 'messages'>) {
  return (
    <Table
      header={<Header counter={`(${messages.length})`}>Messages</Header>}
      ariaLabels={{ tableLabel: 'Messages' }}
      wrapLines
      items={messages}
      empty={<Box>Nothing was sent yet.</Box>}
      columnDefinitions={[
        { id: 'at', header: 'When', cell: ({ at }) => moment(at) },
        {
          id: 'message',
          header: 'Message',
          cell: ({ message }) => messageWords(message),
          isRowHeader: true,
        },
        { id: 'to', header: 'To', cell: ({ to }) => to },
        {
          id: 'status',
          header: 'Status',
          cell: ({ status }) => (
            <StatusIndicator type={statuses[status].type}>{statuses[status].words}</StatusIndicator>
          ),
        },
      ]}
    />
  );
}
