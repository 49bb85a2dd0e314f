import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useCallback, useEffect, useRef, useState } from 'react';
import { EngineFailed } from './engine-failed.tsx';
import { proveInBrowser } from './prover.ts';
import type { Proving } from './prover.ts';
import type { Standing } from './timeline.ts';
import { Verdicts } from './verdicts.tsx';
import type { Edition, Progress, Proof } from './worker/contract.ts';

interface ProveProps {
  readonly edition: Edition;
  readonly onStanding: (standing: Standing | undefined) => void;
}

const number = new Intl.NumberFormat('en-GB');

/** Looks at every path, and says of each of the ten rules whether it holds. */
export function Prove({ edition, onStanding }: ProveProps) {
  const [found, setFound] = useState<{ of: Edition; proof: Proof }>();
  const [progress, setProgress] = useState<Progress>();
  const [trouble, setTrouble] = useState<unknown>();
  const proving = useRef<Proving>(null);
  const stop = useCallback(() => {
    proving.current?.stop();
    proving.current = null;
    setProgress(undefined);
  }, []);
  useEffect(() => stop, [stop, edition]);

  async function run() {
    setTrouble(undefined);
    setFound(undefined);
    setProgress({ places: 0, waiting: 0 });
    const mine = proveInBrowser(edition, setProgress);
    proving.current = mine;
    try {
      setFound({ of: edition, proof: await mine.proof });
    } catch (error) {
      setTrouble(error);
    } finally {
      if (proving.current === mine) stop();
    }
  }

  return (
    <SpaceBetween size="l">
      <Box>
        Plays every path: each decision, the silence of each person, each step failing for good, bounces,
        withdrawals at every moment. It takes about a minute on this computer; publishing proves again on the
        server.
      </Box>
      <SpaceBetween size="s" direction="horizontal" alignItems="center">
        {progress === undefined ? (
          <Button onClick={() => void run()}>Prove</Button>
        ) : (
          <>
            <Button onClick={stop}>Stop</Button>
            <Spinner /> {number.format(progress.places)} situations seen, {number.format(progress.waiting)} to
            look at
          </>
        )}
      </SpaceBetween>
      {trouble !== undefined && <EngineFailed error={trouble} />}
      <div role="status">
        {found !== undefined && (
          <SpaceBetween size="m">
            {found.of !== edition && (
              <Box color="text-status-warning">The text has changed since. Prove it again.</Box>
            )}
            <Verdicts proof={found.proof} zone={edition.settings.calendar.zone} onStanding={onStanding} />
          </SpaceBetween>
        )}
      </div>
    </SpaceBetween>
  );
}
