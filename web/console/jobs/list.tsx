import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Cards from '@cloudscape-design/components/cards';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { Job } from '../../../domain/jobs/job.ts';
import { Failed } from '../shell/failed.tsx';
import { useIsNarrow } from '../shell/narrow.ts';
import { Page } from '../shell/page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { addressOf, navigate } from '../shell/router.ts';
import { nameOf } from '../words/people.ts';
import { useJobs } from './data.ts';
import { Loading } from '../shell/loading.tsx';

/** All jobs, open ones first. */
export function JobsPage() {
  const { value, error, reload } = useJobs();
  const jobs = value?.jobs.toSorted(
    (one, other) => Number(one.status === 'closed') - Number(other.status === 'closed'),
  );
  return (
    <Page
      title="Jobs"
      description="What people can apply for, and who answers them."
      actions={
        <Button variant="primary" onClick={() => navigate(addressOf.newJob)}>
          Open a job
        </Button>
      }
    >
      {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
      {jobs === undefined && error === undefined && <Loading />}
      {jobs?.length === 0 && (
        <Box textAlign="center" padding="xxl">
          <Box variant="h2">No job yet</Box>
          <Box color="text-body-secondary">Open one, then copy its form to your careers page.</Box>
        </Box>
      )}
      {jobs !== undefined && jobs.length > 0 && <List jobs={jobs} />}
    </Page>
  );
}

const Status = ({ job }: { job: Job }) => (
  <StatusIndicator type={job.status === 'open' ? 'success' : 'stopped'}>
    {job.status === 'open' ? 'Open' : 'Closed'}
  </StatusIndicator>
);

const Title = ({ job }: { job: Job }) => <PageLink to={addressOf.job(job.jobId)}>{job.title}</PageLink>;

function List({ jobs }: { jobs: readonly Job[] }) {
  const isNarrow = useIsNarrow();
  if (isNarrow)
    return (
      <Cards
        items={jobs}
        trackBy="jobId"
        cardDefinition={{
          header: (job) => <Title job={job} />,
          sections: [
            { id: 'status', content: (job) => <Status job={job} /> },
            { id: 'location', content: (job) => job.location },
            { id: 'recruiter', header: 'Recruiter', content: (job) => nameOf(job.recruiter) },
          ],
        }}
      />
    );
  return (
    <Table
      items={jobs}
      trackBy="jobId"
      wrapLines
      header={<Header counter={`(${jobs.length})`}>All jobs</Header>}
      ariaLabels={{ tableLabel: 'Jobs' }}
      columnDefinitions={[
        { id: 'title', header: 'Job', cell: (job) => <Title job={job} />, isRowHeader: true },
        { id: 'status', header: 'Status', cell: (job) => <Status job={job} /> },
        { id: 'location', header: 'Place', cell: (job) => job.location },
        { id: 'recruiter', header: 'Recruiter', cell: (job) => nameOf(job.recruiter) },
        { id: 'lead', header: 'Lead', cell: (job) => nameOf(job.lead) },
        { id: 'criteria', header: 'Criteria', cell: (job) => job.criteria.length },
      ]}
    />
  );
}
