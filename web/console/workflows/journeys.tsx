import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { momentIn } from '../time/words.ts';
import { messageWords } from '../words/timeline.ts';
import { MessageShown } from './message-shown.tsx';
import { Player } from './player.tsx';
import type { Standing } from './timeline.ts';
import type { Difference, Simulated } from './worker/contract.ts';

interface JourneysProps {
  readonly played: readonly Simulated[];
  readonly zone: string;
  readonly onStanding: (standing: Standing | undefined) => void;
}

/** Journeys that were played: how each ends, what would be noticed, and one of them moment by moment. */
export function Journeys({ played, zone, onStanding }: JourneysProps) {
  const [name, setName] = useState<string>();
  const [message, setMessage] = useState<MessageName>();
  const shown = played.find((one) => one.played.scenario === name) ?? played[0];
  if (shown === undefined) return null;
  return (
    <SpaceBetween size="l">
      <FormField label="Journeys">
        <RadioGroup
          value={shown.played.scenario}
          onChange={({ detail }) => setName(detail.value)}
          items={played.map(({ title, noticed, played: { scenario, stage, outcome } }) => ({
            value: scenario,
            label: title,
            description: `Ends ${stage}, outcome ${outcome}. ${inShort(noticed)}`,
          }))}
        />
      </FormField>
      <Noticed noticed={shown.noticed} zone={zone} />
      <Player
        key={shown.played.scenario}
        timeline={shown.played.timeline}
        zone={zone}
        onStanding={onStanding}
        onShowMessage={setMessage}
      />
      {message !== undefined && <MessageShown message={message} onClose={() => setMessage(undefined)} />}
    </SpaceBetween>
  );
}

const inShort = (noticed: readonly Difference[]): string => {
  if (noticed.length === 0) return 'Candidates notice nothing of the edit.';
  return `Candidates notice ${noticed.length === 1 ? 'one difference' : `${noticed.length} differences`}.`;
};

function Noticed({ noticed, zone }: { noticed: readonly Difference[]; zone: string }) {
  const show = (at: string) => momentIn(at, zone);
  return (
    <div>
      <Box variant="h3">What the candidate would notice against what is live</Box>
      {noticed.length === 0 ? (
        <StatusIndicator type="success">Nothing</StatusIndicator>
      ) : (
        <ul>
          {noticed.map((one) => (
            <li key={JSON.stringify(one)}>
              <strong>{messageWords(one.message)}</strong>: {one.change}
              {'date' in one ? `, ${show(one.date)}` : `, ${show(one.at)}`}
              {'before' in one && `; before ${show(one.before)}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
