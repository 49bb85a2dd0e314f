import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import DateInput from '@cloudscape-design/components/date-input';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import { useState } from 'react';
import { ladderKinds } from '../../../domain/application/gate.ts';
import { audienceOf, messageNames } from '../../../domain/messages/messages.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { serverNow } from '../time/clock.ts';
import { hardStart, instantOf } from '../time/start-instant.ts';
import { messageWords } from '../words/timeline.ts';
import { ChoiceField } from './fields/choice.tsx';
import { DurationField } from './fields/duration.tsx';
import { NumberField } from './fields/text.tsx';
import { useFaultsBelow } from './form.ts';
import type { PromiseKind } from './ladder-picture.ts';
import { LadderPicture } from './picture.tsx';
import { Rungs } from './rungs.tsx';
import { promiseWords } from './words.ts';

const clocks = [
  { value: 'elapsed', label: 'All the time' },
  { value: 'business', label: 'Opening hours only' },
];
const candidateMessages = messageNames
  .filter((name) => audienceOf(name) === 'candidate')
  .map((value) => ({ value, label: messageWords(value) }));

interface PromisesProps {
  /** Undefined while something does not fit: then there is no clock to show. */
  readonly settings: Settings | undefined;
  readonly zone: string;
}

/** The ladder of each promise, and the clock that comes of it. */
export function Promises({ settings, zone }: PromisesProps) {
  const [start, setStart] = useState(() => hardStart(serverNow(), zone));
  const from = instantOf(start.date, start.time, zone);
  return (
    <SpaceBetween size="l">
      <div className="side-by-side">
        <FormField label="Show the clocks from">
          <DateInput
            value={start.date}
            format="iso"
            onChange={({ detail }) => setStart({ ...start, date: detail.value })}
          />
        </FormField>
        <FormField label={`At (${zone})`} errorText={from ? undefined : 'This is no date and time.'}>
          <TimeInput
            value={start.time}
            format="hh:mm"
            onChange={({ detail }) => setStart({ ...start, time: detail.value })}
          />
        </FormField>
      </div>
      {ladderKinds.map((kind) => (
        <Promised key={kind} kind={kind} settings={settings} from={from} />
      ))}
    </SpaceBetween>
  );
}

interface PromisedProps {
  readonly kind: PromiseKind;
  readonly settings: Settings | undefined;
  readonly from: string | undefined;
}

function Promised({ kind, settings, from }: PromisedProps) {
  const place = ['promises', kind];
  const { title, about } = promiseWords[kind];
  const faults = useFaultsBelow(place);
  return (
    <Container
      header={
        <Header variant="h2" description={about}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {settings !== undefined && from !== undefined ? (
          <LadderPicture kind={kind} settings={settings} from={from} />
        ) : (
          <Box color="text-body-secondary">The clock is shown once everything fits.</Box>
        )}
        <div className="side-by-side">
          <DurationField place={[...place, 'within']} label="Promised within" />
          <ChoiceField place={[...place, 'clock']} label="What counts" options={clocks} />
        </div>
        <ExpandableSection
          headerText="Reminders, delays and the end"
          headerCounter={faults.length > 0 ? `(${faults.length} to mend)` : ''}
        >
          <SpaceBetween size="m">
            <Rungs place={[...place, 'ladder']} title="Before the date" />
            <div className="side-by-side">
              <NumberField
                place={[...place, 'extension', 'times']}
                label="New dates at most"
                description="Each is told to the candidate with an apology."
              />
              <DurationField place={[...place, 'extension', 'within']} label="Each later by" />
              <ChoiceField
                place={[...place, 'delayed']}
                label="Told at the date"
                options={candidateMessages}
                none="Nothing"
                empty={null}
              />
              <ChoiceField
                place={[...place, 'released']}
                label="Told at the end"
                options={candidateMessages}
                none="Nothing"
                empty={null}
              />
              <DurationField
                place={[...place, 'backstop']}
                label="Never later than"
                units={['days', 'weeks', 'months']}
                none="no such limit"
              />
            </div>
            <Rungs place={[...place, 'extension', 'ladder']} title="Before a new date" />
          </SpaceBetween>
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}
