import Button from '@cloudscape-design/components/button';
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { createJob, replaceJob } from '../../../domain/api/recruiter/jobs.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { useSigned } from '../api/context.ts';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { addressOf, navigate } from '../shell/router.ts';
import { moment } from '../time/words.ts';
import { CloseJob } from './close.tsx';
import { useJobs } from './data.ts';
import { emptyJob, textOf } from './draft.ts';
import type { JobText } from './draft.ts';
import { Embed } from './embed.tsx';
import { ReopenJob } from './reopen.tsx';
import { JobForm } from './form.tsx';
import { JobPreview } from './preview.tsx';
import { Loading } from '../shell/loading.tsx';

const columns = [{ colspan: { default: 12, m: 7 } }, { colspan: { default: 12, m: 5 } }];

/** Opens a job. Whoever opens it owes the answers, until they name somebody else. */
export function NewJobPage() {
  const { call, me } = useSigned();
  const [initial] = useState<JobText>({ ...emptyJob, recruiter: me.id });
  const [text, setText] = useState(initial);
  return (
    <Page title="Open a job">
      <Grid gridDefinition={columns}>
        <JobForm
          about=""
          initial={initial}
          isNew
          onText={setText}
          send={async (job) => {
            const created = await call(createJob, { body: job });
            navigate(addressOf.job(created.jobId));
          }}
        />
        <JobPreview text={text} />
      </Grid>
    </Page>
  );
}

/** A job to be changed, closed or put on the careers page. */
export function JobPage({ jobId }: { jobId: string }) {
  const { value, error, reload } = useJobs();
  const job = value?.jobs.find((one) => one.jobId === jobId);
  if (value === undefined)
    return (
      <Page title="Job">
        {error === undefined ? <Loading /> : <Failed error={error} onRetry={() => void reload()} />}
      </Page>
    );
  if (job === undefined) return <Page title="No such job">There is no job at this address.</Page>;
  return <Known key={job.version} job={job} onChange={reload} />;
}

interface KnownProps {
  readonly job: Job;
  readonly onChange: () => Promise<void>;
}

function Known({ job, onChange }: KnownProps) {
  const { call } = useSigned();
  const { jobId, version, status, title, location, updatedAt } = job;
  const [initial] = useState(() => textOf(job));
  const [text, setText] = useState(initial);
  const [isClosing, setClosing] = useState(false);
  return (
    <Page
      title={title}
      description={
        <>
          {location} ·{' '}
          <StatusIndicator type={status === 'open' ? 'success' : 'stopped'}>
            {status === 'open' ? 'Open' : 'Closed'}
          </StatusIndicator>{' '}
          · Saved {moment(updatedAt)}
        </>
      }
      actions={
        status === 'open' ? (
          <Button onClick={() => setClosing(true)}>Close job</Button>
        ) : (
          <ReopenJob job={job} onDone={onChange} />
        )
      }
    >
      <Grid gridDefinition={columns}>
        <JobForm
          about={jobId}
          initial={initial}
          isNew={false}
          onText={setText}
          send={async ({ jobId: _, ...draft }) => {
            await call(replaceJob, { params: { jobId }, body: { ...draft, expectedVersion: version } });
            await onChange();
          }}
        />
        <SpaceBetween size="l">
          <JobPreview text={text} />
          {status === 'open' && <Embed job={job} />}
        </SpaceBetween>
      </Grid>
      {isClosing && <CloseJob job={job} onClose={() => setClosing(false)} onDone={onChange} />}
    </Page>
  );
}
