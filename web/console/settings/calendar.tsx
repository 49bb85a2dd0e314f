import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { LineField, TextField } from './fields/text.tsx';
import { useFaultsBelow } from './form.ts';
import { daysOf, daysText, hoursOf, hoursText } from './lines.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** When the company is open: what counts as business time. */
export function Calendar() {
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description="Promises in business time run during these hours only.">
            Opening hours
          </Header>
        }
      >
        <SpaceBetween size="m">
          <TextField place={['calendar', 'zone']} label="Time zone" description="Such as Europe/London." />
          <div className="side-by-side">
            {days.map((day) => (
              <Day key={day} day={day} />
            ))}
          </div>
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description="Public holidays of the country and region are looked up when you publish another one."
          >
            Holidays
          </Header>
        }
      >
        <SpaceBetween size="m">
          <div className="fields">
            <TextField
              place={['calendar', 'holidays', 'country']}
              label="Country"
              description="Such as GB."
            />
            <TextField
              place={['calendar', 'holidays', 'region']}
              label="Region (optional)"
              isOptional
              description="Such as ENG."
            />
          </div>
          <Dates
            part="dates"
            label="Public holidays"
            description="As looked up. Closed days of your own belong below."
            isLong
            isReadOnly
          />
          <Dates part="extra" label="The company’s own closed days" description="Separated by commas." />
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

function Day({ day }: { day: (typeof days)[number] }) {
  const place = ['calendar', 'opening', day];
  const [fault] = useFaultsBelow(place);
  return (
    <LineField
      place={place}
      label={capital(day)}
      description="Empty when closed."
      read={hoursOf}
      write={hoursText}
      wrong="Write hours like 09:00-12:00, 13:00-17:00."
      error={fault?.message}
    />
  );
}

interface DatesProps {
  readonly part: 'dates' | 'extra';
  readonly label: string;
  readonly description: string;
  readonly isLong?: boolean;
  readonly isReadOnly?: boolean;
}

function Dates({ part, label, description, isLong = false, isReadOnly = false }: DatesProps) {
  const place = ['calendar', 'holidays', part];
  const [fault] = useFaultsBelow(place);
  return (
    <LineField
      place={place}
      label={label}
      description={description}
      isLong={isLong}
      isReadOnly={isReadOnly}
      read={daysOf}
      write={daysText}
      wrong="Write days like 2026-12-24, 2026-12-31."
      error={fault?.message}
    />
  );
}
