import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { isEmpty, sinceFirst } from './activity.ts';
import { useRecord } from './data.ts';
import type { Days, ServiceRecord } from './data.ts';
import { Numbers } from './numbers.tsx';
import { Period } from './period.tsx';
import { Acknowledged, FeedbackGiven, Promises, Redeemed, Scores } from './sections.tsx';
import { SaveTable } from './table.tsx';
import { dayWords } from './words.ts';
import { Loading } from '../shell/loading.tsx';

/** How well candidates were served: five numbers, then each with its chart and table. */
export function RecordPage({ from, to }: Days) {
  const { value, error, reload } = useRecord({ from, to });
  const [unsaved, setUnsaved] = useState<unknown>();
  return (
    <Page
      title="Service record"
      description="How candidates are served: counted day by day, nothing about anybody."
      actions={value && <SaveTable from={value.from} to={value.to} onError={setUnsaved} />}
    >
      <SpaceBetween size="l">
        {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
        {unsaved !== undefined && <Failed error={unsaved} />}
        {value === undefined && error === undefined && <Loading />}
        {value && <Period from={value.from} to={value.to} zone={value.zone} />}
        {value && (isEmpty(value.total) ? <Nothing /> : <Everything record={value} />)}
      </SpaceBetween>
    </Page>
  );
}

function Nothing() {
  return (
    <Box textAlign="center" padding="xxl">
      <Box variant="h2">Nothing happened on these days</Box>
      <Box color="text-body-secondary">The first application begins the record. Choose other days above.</Box>
    </Box>
  );
}

function Everything({ record: whole }: { record: ServiceRecord }) {
  const record = { ...whole, weeks: sinceFirst(whole) };
  const [first] = record.weeks;
  return (
    <SpaceBetween size="l">
      <Numbers total={record.total} />
      {first !== undefined && first.from !== whole.weeks[0]?.from && (
        <Box color="text-body-secondary">Nothing happened before the week of {dayWords(first.from)}.</Box>
      )}
      <Promises record={record} />
      <Acknowledged record={record} />
      <FeedbackGiven record={record} />
      <Scores record={record} />
      <Redeemed record={record} />
    </SpaceBetween>
  );
}
