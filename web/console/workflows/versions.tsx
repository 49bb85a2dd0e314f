import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useCallback, useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { Release } from '../../../domain/publishing/release.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import { Failed } from '../shell/failed.tsx';
import { moment } from '../time/words.ts';
import { nameOf } from '../words/people.ts';
import { CanaryState } from './canary.tsx';
import type { LiveRelease, WorkflowView } from './data.ts';
import { InFlight } from './in-flight.tsx';
import { RollBack } from './roll-back.tsx';
import { titleOf } from './words.ts';
import { Loading } from '../shell/loading.tsx';

interface VersionsProps {
  readonly name: WorkflowName;
  readonly live: LiveRelease;
  readonly workflows: readonly WorkflowView[];
  readonly onChange: () => Promise<void>;
}

/** What was published, by whom and why; who is in flight on what; and the way back. */
export function Versions({ name, live, workflows, onChange }: VersionsProps) {
  const { call } = useSigned();
  const { value, error, reload } = useLoaded(
    // With another live release the list is another one.
    useCallback(() => call(adminApi.listReleases, {}), [call, live.release, live.version]),
  );
  const [back, setBack] = useState<Release>();
  const view = workflows.find(({ workflow }) => workflow === name);
  const changed = async () => {
    await Promise.all([reload(), onChange()]);
  };
  return (
    <SpaceBetween size="l">
      {live.canary && <CanaryState canary={live.canary} onChange={changed} />}
      {view && <InFlight view={view} />}
      {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
      {value === undefined && error === undefined && <Loading />}
      {value !== undefined && (
        <div>
          <Header
            variant="h3"
            description="A release is what all machines were together when something was published."
          >
            Releases
          </Header>
          <ul className="findings">
            {value.releases.map((release) => (
              <li key={release.release}>
                <ReleaseRow name={name} release={release} live={live} onBack={() => setBack(release)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {back && (
        <RollBack
          release={back}
          live={live}
          workflows={workflows}
          onClose={() => setBack(undefined)}
          onDone={changed}
        />
      )}
    </SpaceBetween>
  );
}

interface ReleaseRowProps {
  readonly name: WorkflowName;
  readonly release: Release;
  readonly live: LiveRelease;
  readonly onBack: () => void;
}

function ReleaseRow({ name, release, live, onBack }: ReleaseRowProps) {
  const { release: number, at, author, note, changed, parts, takenBack } = release;
  // While one is tried, it is finished or stopped first; one that was taken back was never live.
  const mayReturn = number !== live.release && !live.canary && !takenBack;
  return (
    <SpaceBetween size="xxs">
      <SpaceBetween size="s" direction="horizontal" alignItems="center">
        <strong>Release {number}</strong>
        {parts[name] !== undefined && (
          <span>
            {titleOf(name)} v{parts[name]}
          </span>
        )}
        {number === live.release && <StatusIndicator type="success">Live</StatusIndicator>}
        {number === live.canary?.release && <StatusIndicator type="in-progress">Canary</StatusIndicator>}
        {takenBack && <StatusIndicator type="warning">Taken back</StatusIndicator>}
        <Proven release={release} />
      </SpaceBetween>
      <div>{note}</div>
      <Box color="text-body-secondary">
        {nameOf(author)}, {moment(at)}
        {changed.length > 0 && `; changed: ${changed.map(titleOf).join(', ')}`}
      </Box>
      {takenBack && (
        <Box color="text-body-secondary">
          {takenBack === 'alarmed'
            ? 'An application needed attention while it was tried: no new one starts on it.'
            : 'It was stopped while it was tried: no new application starts on it.'}
        </Box>
      )}
      {mayReturn && (
        <Button variant="inline-link" ariaLabel={`Roll back to release ${number}`} onClick={onBack}>
          Roll back to it
        </Button>
      )}
    </SpaceBetween>
  );
}

function Proven({ release: { proven } }: { release: Release }) {
  if (proven.verdict === 'holds') return <StatusIndicator type="success">Every rule holds</StatusIndicator>;
  if (proven.verdict === 'none') return <StatusIndicator type="stopped">Not proved</StatusIndicator>;
  return <StatusIndicator type="warning">Published by force: {proven.reason}</StatusIndicator>;
}
