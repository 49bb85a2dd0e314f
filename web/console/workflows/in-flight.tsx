import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useCallback, useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import { Failed } from '../shell/failed.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { addressOf } from '../shell/router.ts';
import { moment } from '../time/words.ts';
import type { WorkflowView } from './data.ts';
import { Loading } from '../shell/loading.tsx';

/** Who is in flight, by the version they started on. */
export function InFlight({ view: { workflow, inFlight, live } }: { view: WorkflowView }) {
  const running = inFlight.filter((one) => one.running > 0);
  return (
    <div>
      <Box variant="h3">In flight</Box>
      {running.length === 0 && <Box>Nobody is in flight in this machine.</Box>}
      {running.map(({ version, revision, running: count, more }) => (
        <Version
          key={version}
          workflow={workflow}
          version={version}
          title={`${revision === null ? `Version ${version}, not published here` : `v${revision}`}${
            revision === live.revision ? ', live' : ''
          }: ${count}${more ? ' or more' : ''}`}
        />
      ))}
    </div>
  );
}

interface VersionProps {
  readonly workflow: WorkflowName;
  readonly version: number;
  readonly title: string;
}

function Version({ workflow, version, title }: VersionProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <ExpandableSection
      headerText={title}
      expanded={isOpen}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {isOpen && <Who workflow={workflow} version={version} />}
    </ExpandableSection>
  );
}

function Who({ workflow, version }: Omit<VersionProps, 'title'>) {
  const { call } = useSigned();
  const { value, error, reload } = useLoaded(
    useCallback(
      () => call(adminApi.listInFlight, { params: { workflow }, query: { version } }),
      [call, workflow, version],
    ),
  );
  if (error !== undefined) return <Failed error={error} onRetry={() => void reload()} />;
  if (value === undefined) return <Loading />;
  return (
    <>
      <ul>
        {value.executions.map(({ name, applicationId, startedAt }) => (
          <li key={name}>
            <PageLink to={addressOf.application(applicationId)}>{applicationId}</PageLink>, since{' '}
            {moment(startedAt)}
          </li>
        ))}
      </ul>
      {value.more && <Box>There are more.</Box>}
    </>
  );
}
