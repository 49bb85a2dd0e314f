import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { Failed } from '../shell/failed.tsx';
import { date, moment } from '../time/words.ts';
import { useCodes } from './data.ts';
import { money, stateWords, worth } from './words.ts';
import { Loading } from '../shell/loading.tsx';

/** The newest codes of a campaign, masked: enough to talk about one, too little to use it. */
export function Codes({ campaign }: { campaign: string }) {
  const { value, error, reload } = useCodes(campaign);
  if (error !== undefined) return <Failed error={error} onRetry={() => void reload()} />;
  if (value === undefined) return <Loading />;
  return (
    <Table
      variant="embedded"
      wrapLines
      items={value.codes}
      header={<Header variant="h3">Newest codes</Header>}
      stickyColumns={{ first: 1 }}
      ariaLabels={{ tableLabel: 'Newest codes' }}
      empty={<Box>No code was issued yet.</Box>}
      columnDefinitions={[
        { id: 'code', header: 'Code', cell: ({ code }) => code, isRowHeader: true },
        {
          id: 'state',
          header: 'State',
          cell: ({ state }) => (
            <StatusIndicator type={stateWords[state].type}>{stateWords[state].text}</StatusIndicator>
          ),
        },
        { id: 'value', header: 'Worth', cell: (one) => worth(one.value) },
        { id: 'issued', header: 'Issued', cell: ({ issuedAt }) => moment(issuedAt) },
        { id: 'until', header: 'Valid until', cell: ({ expiresOn }) => date(expiresOn) },
        {
          id: 'redeemed',
          header: 'Redeemed',
          cell: ({ redeemedAt }) => (redeemedAt ? moment(redeemedAt) : '–'),
        },
        { id: 'order', header: 'Order', cell: ({ amount }) => (amount ? money(amount) : '–') },
      ]}
    />
  );
}
