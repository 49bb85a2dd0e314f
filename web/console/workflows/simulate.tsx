import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import { useState } from 'react';
import { serverNow } from '../time/clock.ts';
import { useEngine } from './edited.ts';
import { EngineFailed } from './engine-failed.tsx';
import { Journeys } from './journeys.tsx';
import { hardStart, instantOf } from '../time/start-instant.ts';
import type { Standing } from './timeline.ts';
import type { Edition, Simulated } from './worker/contract.ts';
import { scenarioTitles } from './worker/scenario-names.ts';

interface SimulateProps {
  readonly edited: Edition;
  readonly published: Edition;
  readonly onStanding: (standing: Standing | undefined) => void;
}

const options = scenarioTitles.map(({ name, title }) => ({ value: name, label: title }));

/** Plays journeys on a virtual clock: who hears what when, and what would be noticed of the edit. */
export function Simulate({ edited, published, onStanding }: SimulateProps) {
  const engine = useEngine();
  const { zone } = edited.settings.calendar;
  const [start, setStart] = useState(() => hardStart(serverNow(), zone));
  const [chosen, setChosen] = useState<readonly string[]>(['silent', 'hired']);
  const [played, setPlayed] = useState<readonly Simulated[]>();
  const [trouble, setTrouble] = useState<unknown>();
  const [isPlaying, setPlaying] = useState(false);
  const at = instantOf(start.date, start.time, zone);

  async function run() {
    if (at === undefined) return;
    setPlaying(true);
    setTrouble(undefined);
    try {
      setPlayed(await engine.ask('simulate', { edited, published, scenarios: chosen, at }));
    } catch (error) {
      setPlayed(undefined);
      setTrouble(error);
    } finally {
      setPlaying(false);
    }
  }

  return (
    <SpaceBetween size="l">
      <FormField
        label="What happens"
        errorText={chosen.length === 0 ? 'Choose at least one journey.' : undefined}
        stretch
      >
        <Multiselect
          options={options}
          selectedOptions={options.filter(({ value }) => chosen.includes(value))}
          placeholder="Choose journeys"
          filteringType="auto"
          deselectAriaLabel={({ label }) => `Leave out: ${label ?? ''}`}
          onChange={({ detail }) => setChosen(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
        />
      </FormField>
      <div className="side-by-side">
        <FormField label="Applied on">
          <DateInput
            value={start.date}
            format="iso"
            onChange={({ detail }) => setStart({ ...start, date: detail.value })}
          />
        </FormField>
        <FormField
          label="At"
          description={zone}
          errorText={at === undefined ? 'This is no date and time.' : undefined}
        >
          <TimeInput
            value={start.time}
            format="hh:mm"
            onChange={({ detail }) => setStart({ ...start, time: detail.value })}
          />
        </FormField>
      </div>
      <Button
        iconName="caret-right-filled"
        loading={isPlaying}
        loadingText="Playing"
        disabled={at === undefined || chosen.length === 0}
        onClick={() => void run()}
      >
        Play
      </Button>
      {trouble !== undefined && <EngineFailed error={trouble} />}
      {played !== undefined && <Journeys played={played} zone={zone} onStanding={onStanding} />}
      {played === undefined && trouble === undefined && (
        <Box color="text-body-secondary">
          Nothing is sent and nobody real is in it. The clock runs through weeks in a moment.
        </Box>
      )}
    </SpaceBetween>
  );
}
