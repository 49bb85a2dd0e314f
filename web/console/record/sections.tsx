import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { promisesTo } from '../../../domain/record/summary.ts';
import type { Summary } from '../../../domain/record/summary.ts';
import type { ServiceRecord } from './data.ts';
import { duration, endedWords, mean, promiseWords, ratio, weekWords } from './words.ts';
import { Loading } from '../shell/loading.tsx';

// Charts are large and the tables say the same: whoever reads does not wait for them.
const WeeklyBars = lazy(async () => ({ default: (await import('./charts.tsx')).WeeklyBars }));
const ScoreBars = lazy(async () => ({ default: (await import('./charts.tsx')).ScoreBars }));

interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
}

function Section<Row>({
  title,
  description,
  chart,
  rows,
  columns,
}: {
  title: string;
  description: string;
  chart: ReactNode;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}) {
  return (
    <Container
      header={
        <Header variant="h2" description={description}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Suspense fallback={<Loading />}>{chart}</Suspense>
        <Table
          variant="embedded"
          wrapLines
          items={rows}
          stickyColumns={{ first: 1 }}
          ariaLabels={{ tableLabel: title }}
          columnDefinitions={columns.map(({ header, cell }, place) => ({
            id: String(place),
            header,
            cell,
            isRowHeader: place === 0,
          }))}
        />
      </SpaceBetween>
    </Container>
  );
}

/** A line of a table: all the days together, or one week. */
interface Line extends Summary {
  readonly label: string;
}

const week: Column<Line> = { header: 'Week', cell: ({ label }) => <span className="one-line">{label}</span> };

/** All together, then the weeks, the newest first. */
const linesOf = ({ total, weeks }: ServiceRecord): Line[] => [
  { label: 'All together', ...total },
  ...weeks.toReversed().map((one) => ({ label: weekWords(one), ...one })),
];

export function Acknowledged({ record }: { record: ServiceRecord }) {
  const { weeks } = record;
  const time = (seconds: number | null) => (seconds === null ? '–' : duration(seconds));
  return (
    <Section
      title="Time to acknowledge"
      description="From the application to the mail that says it arrived. Times are rounded up, by 28% at most."
      chart={
        <WeeklyBars
          label="Time to acknowledge, by week"
          weeks={weeks}
          isStacked={false}
          unit="Time"
          tick={duration}
          bars={[
            {
              title: 'Half within',
              colour: 'part',
              values: weeks.map(({ acknowledged }) => acknowledged.p50 ?? 0),
            },
            {
              title: '95 of 100 within',
              colour: 'whole',
              values: weeks.map(({ acknowledged }) => acknowledged.p95 ?? 0),
            },
          ]}
        />
      }
      rows={linesOf(record)}
      columns={[
        week,
        {
          header: 'Acknowledged',
          cell: ({ acknowledged, applications }) => ratio(acknowledged.n, applications),
        },
        { header: 'Half within', cell: ({ acknowledged }) => time(acknowledged.p50) },
        { header: '95 of 100 within', cell: ({ acknowledged }) => time(acknowledged.p95) },
      ]}
    />
  );
}

export function Promises({ record }: { record: ServiceRecord }) {
  const { weeks, total } = record;
  const kept = weeks.map((one) => promisesTo(one).kept);
  const broken = weeks.map((one) => promisesTo(one).ended - promisesTo(one).kept);
  const known = total.promises.filter(({ made, kept: done, broken: not }) => made + done + not > 0);
  return (
    <Section
      title="Promises kept"
      description="Each promise counts in the week in which it was kept or broken. A broken one was told to the candidate."
      chart={
        <WeeklyBars
          label="Promises to candidates that were kept and broken, by week"
          weeks={weeks}
          isStacked
          bars={[
            { title: 'Kept', colour: 'good', values: kept },
            { title: 'Broken', colour: 'bad', values: broken },
          ]}
        />
      }
      rows={linesOf(record)}
      columns={[
        week,
        ...known.map(({ kind }) => ({
          header: promiseWords[kind],
          cell: ({ promises }: Line) => {
            const of = promises.find((one) => one.kind === kind);
            return of === undefined || of.kept + of.broken === 0
              ? '–'
              : `${ratio(of.kept, of.kept + of.broken)} kept`;
          },
        })),
      ]}
    />
  );
}

export function FeedbackGiven({ record }: { record: ServiceRecord }) {
  const { weeks } = record;
  return (
    <Section
      title="Feedback after interviews"
      description="By the week of the interview: how many candidates have had their feedback since."
      chart={
        <WeeklyBars
          label="Interviews held, and how many were answered with feedback, by week"
          weeks={weeks}
          isStacked={false}
          bars={[
            { title: 'Interviews held', colour: 'whole', values: weeks.map(({ feedback }) => feedback.held) },
            {
              title: 'Feedback delivered',
              colour: 'part',
              values: weeks.map(({ feedback }) => feedback.delivered),
            },
          ]}
        />
      }
      rows={linesOf(record)}
      columns={[
        week,
        { header: 'Answered', cell: ({ feedback }) => ratio(feedback.delivered, feedback.held) },
      ]}
    />
  );
}

export function Scores({ record }: { record: ServiceRecord }) {
  const { scores } = record.total;
  const all = Array.from({ length: 11 }, (_, score) =>
    scores.reduce((sum, { distribution }) => sum + (distribution[score] ?? 0), 0),
  );
  return (
    <Section
      title="Candidate score"
      description="How likely candidates would recommend applying here, 0 to 10, by how their application ended."
      chart={<ScoreBars label="How often each score was given" distribution={all} />}
      rows={scores}
      columns={[
        { header: 'Ended', cell: ({ outcome }) => endedWords[outcome] },
        { header: 'Mean', cell: ({ sum, n }) => mean(sum, n) },
        { header: 'Answers', cell: ({ n }) => n },
        { header: '0 to 6', cell: ({ distribution }) => between(distribution, 0, 6) },
        { header: '7 and 8', cell: ({ distribution }) => between(distribution, 7, 8) },
        { header: '9 and 10', cell: ({ distribution }) => between(distribution, 9, 10) },
      ]}
    />
  );
}

const between = (distribution: readonly number[], low: number, high: number): number =>
  distribution.slice(low, high + 1).reduce((sum, times) => sum + times, 0);

export function Redeemed({ record }: { record: ServiceRecord }) {
  const { weeks } = record;
  return (
    <Section
      title="Offers redeemed"
      description="By the week the code was given: how many have been used since. Questions and referrals count in their own week."
      chart={
        <WeeklyBars
          label="Codes given, and how many of them were redeemed, by week"
          weeks={weeks}
          isStacked={false}
          bars={[
            { title: 'Codes given', colour: 'whole', values: weeks.map(({ offers }) => offers.issued) },
            { title: 'Redeemed', colour: 'part', values: weeks.map(({ offers }) => offers.redeemed) },
          ]}
        />
      }
      rows={linesOf(record)}
      columns={[
        week,
        { header: 'Redeemed', cell: ({ offers }) => ratio(offers.redeemed, offers.issued) },
        { header: 'Questions answered', cell: ({ questionsAnswered }) => questionsAnswered },
        { header: 'Referrals', cell: ({ referrals }) => referrals },
      ]}
    />
  );
}
