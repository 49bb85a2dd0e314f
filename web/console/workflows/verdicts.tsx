import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { momentIn } from '../time/words.ts';
import { Player } from './player.tsx';
import { readable } from './timeline.ts';
import type { Entry, Standing } from './timeline.ts';
import type { Verdict } from './worker/contract.ts';

/** As much of a proof as both the browser and the server give. */
interface Proved {
  readonly complete: boolean;
  readonly places: number;
  readonly paths?: string | undefined;
  readonly verdicts: readonly {
    readonly rule: number;
    readonly title: string;
    readonly verdict: Verdict['verdict'];
    readonly why?: string | undefined;
    readonly timeline?: readonly Entry[] | undefined;
  }[];
}

interface VerdictsProps {
  readonly proof: Proved;
  readonly zone: string;
  readonly onStanding: (standing: Standing | undefined) => void;
}

const signs = {
  holds: { type: 'success', words: 'Holds' },
  broken: { type: 'error', words: 'Broken' },
  undecided: { type: 'warning', words: 'Undecided' },
} as const;

/** The ten rules, and for each that is broken the shortest way there. */
export function Verdicts({ proof: { complete, places, paths, verdicts }, zone, onStanding }: VerdictsProps) {
  const [shown, setShown] = useState<number>();
  const number = new Intl.NumberFormat('en-GB');
  return (
    <SpaceBetween size="s">
      <ol className="verdicts">
        {verdicts.map(({ rule, title, verdict, why, timeline }) => (
          <li key={rule} value={rule}>
            <StatusIndicator type={signs[verdict].type}>{signs[verdict].words}</StatusIndicator>: {title}
            {why !== undefined && <Box>{readable(why, (at) => momentIn(at, zone))}</Box>}
            {timeline !== undefined && (
              <Button
                iconName={shown === rule ? 'close' : 'caret-right-filled'}
                ariaExpanded={shown === rule}
                onClick={() => setShown(shown === rule ? undefined : rule)}
              >
                {shown === rule ? 'Close the path' : `Play the path that breaks rule ${rule}`}
              </Button>
            )}
            {timeline !== undefined && shown === rule && (
              <div className="played">
                <Player timeline={timeline} zone={zone} onStanding={onStanding} />
              </div>
            )}
          </li>
        ))}
      </ol>
      <Box color="text-body-secondary" fontSize="body-s">
        {number.format(places)} situations
        {paths !== undefined && `, ${number.format(BigInt(paths))} paths`}.{' '}
        {complete
          ? 'Every one was looked at.'
          : 'The search was given up before its end: what is not broken is undecided.'}
      </Box>
    </SpaceBetween>
  );
}
