import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useState } from 'react';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { useRecord } from './data.ts';
import type { Days, ServiceRecord } from './data.ts';
import { Numbers } from './numbers.tsx';
import { Period } from './period.tsx';
import { Acknowledged, FeedbackGiven, Promises, Redeemed, Scores } from './sections.tsx';
import { SaveTable } from './table.tsx';

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
        {value === undefined && error === undefined && <Spinner size="large" />}
        {value && <Period from={value.from} to={value.to} zone={value.zone} />}
        {value && (hasNothing(value) ? <Nothing /> : <Everything record={value} />)}
      </SpaceBetween>
    </Page>
  );
}

/** Counts of nothing but zeros: the first application changes one. */
function hasNothing({ total }: ServiceRecord): boolean {
  const { applications, promises, feedback, scores, offers, questionsAnswered, referrals } = total;
  const counts = [
    applications,
    feedback.held,
    offers.issued,
    questionsAnswered,
    referrals,
    ...promises.flatMap(({ made, kept, broken }) => [made, kept, broken]),
    ...scores.map(({ n }) => n),
  ];
  return counts.every((count) => count === 0);
}

function Nothing() {
  return (
    <Box textAlign="center" padding="xxl">
      <Box variant="h2">Nothing happened on these days</Box>
      <Box color="text-body-secondary">The first application begins the record. Choose other days above.</Box>
    </Box>
  );
}

function Everything({ record }: { record: ServiceRecord }) {
  return (
    <SpaceBetween size="l">
      <Numbers total={record.total} />
      <Promises record={record} />
      <Acknowledged record={record} />
      <FeedbackGiven record={record} />
      <Scores record={record} />
      <Redeemed record={record} />
    </SpaceBetween>
  );
}
