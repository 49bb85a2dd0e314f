import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import { useSigned } from '../api/context.ts';
import { useUnpublished } from '../settings/draft.ts';
import { useEngine } from './edited.ts';
import { EngineFailed } from './engine-failed.tsx';
import { ReplayFindings } from './replay-findings.tsx';
import { titleOf } from './words.ts';
import type { Edition, Progress, Replayed } from './worker/contract.ts';

const list = new Intl.ListFormat('en-GB');

/** As many as the API gives at once. */
const last = 500;

interface ReplayProps {
  /** The machines as they are edited. */
  readonly machines: Edition;
  readonly published: Edition;
}

/** Plays what was really decided against the edit: who would have heard earlier, who later. */
export function Replay({ machines, published }: ReplayProps) {
  const settings = useUnpublished();
  const edited = useMemo(
    () => (settings === undefined ? machines : { ...machines, settings }),
    [machines, settings],
  );
  const { call } = useSigned();
  const engine = useEngine();
  const [found, setFound] = useState<{ of: Edition; replayed: Replayed }>();
  const [progress, setProgress] = useState<Progress>();
  const [trouble, setTrouble] = useState<unknown>();

  async function run() {
    setTrouble(undefined);
    setFound(undefined);
    setProgress({ places: 0, waiting: 0 });
    try {
      const { journeys } = await call(adminApi.listRecorded, { query: { last } });
      const replayed = await engine.ask('replay', { edited, published, journeys }, setProgress);
      setFound({ of: edited, replayed });
    } catch (error) {
      setTrouble(error);
    } finally {
      setProgress(undefined);
    }
  }

  const changed = [
    ...Object.keys(edited.machines)
      .filter((name) => edited.machines[name] !== published.machines[name])
      .map(titleOf),
    ...(settings === undefined ? [] : ['the settings']),
  ];
  return (
    <SpaceBetween size="l">
      <Box>
        Plays what was decided in the {last} applications that were closed last, once as it is live and once
        with your edit, on a virtual clock. It knows ids and instants alone; nothing is sent.
      </Box>
      <Box color="text-body-secondary">
        {changed.length === 0
          ? 'Nothing is edited yet: neither a workflow nor the settings.'
          : `Edited and not published: ${list.format(changed)}.`}
      </Box>
      {progress === undefined ? (
        <Button disabled={changed.length === 0} onClick={() => void run()}>
          Replay
        </Button>
      ) : (
        <SpaceBetween size="s">
          <ProgressBar
            value={(100 * progress.places) / Math.max(1, progress.places + progress.waiting)}
            label="Applications played"
            description={`${progress.places} of ${progress.places + progress.waiting}`}
          />
          <Button onClick={() => engine.stop()}>Stop</Button>
        </SpaceBetween>
      )}
      {trouble !== undefined && <EngineFailed error={trouble} />}
      <div role="status">
        {found !== undefined && (
          <SpaceBetween size="m">
            {found.of !== edited && (
              <Box color="text-status-warning">The text has changed since. Replay it again.</Box>
            )}
            <ReplayFindings replayed={found.replayed} />
          </SpaceBetween>
        )}
      </div>
    </SpaceBetween>
  );
}
