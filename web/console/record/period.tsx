import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { addressOf, navigate } from '../shell/router.ts';
import { serverNow } from '../time/clock.ts';

const choices = ['4', '12', '26', '52'] as const;
const dayMs = 86_400_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The Monday that begins so many weeks, the last of which holds `day`. */
function mondayBefore(day: string, weeks: number): string {
  const time = Date.parse(day);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return dayOf(time - (sinceMonday + 7 * (weeks - 1)) * dayMs);
}

/** Today where the company is. */
const todayIn = (zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(serverNow());

/** Chooses the days: so many weeks up to today, or any from one day to another. The address keeps them. */
export function Period({ from, to, zone }: { from: string; to: string; zone: string }) {
  const today = todayIn(zone);
  const chosen = choices.find((weeks) => to === today && from === mondayBefore(today, Number(weeks)));
  return (
    <SpaceBetween size="s">
      <SegmentedControl
        label="Weeks up to today"
        selectedId={chosen ?? null}
        options={choices.map((weeks) => ({ id: weeks, text: `${weeks} weeks` }))}
        onChange={({ detail }) =>
          navigate(addressOf.record(mondayBefore(today, Number(detail.selectedId)), today))
        }
      />
      <OtherDays key={`${from} ${to}`} from={from} to={to} />
    </SpaceBetween>
  );
}

function OtherDays({ from: wasFrom, to: wasTo }: { from: string; to: string }) {
  const [from, setFrom] = useState(wasFrom);
  const [to, setTo] = useState(wasTo);
  const wrong =
    from === '' || to === ''
      ? 'Give both days.'
      : to < from
        ? 'The last day lies before the first.'
        : Date.parse(to) - Date.parse(from) >= 400 * dayMs
          ? 'Choose at most 400 days.'
          : undefined;
  return (
    <form
      className="days"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong === undefined) navigate(addressOf.record(from, to));
      }}
    >
      <FormField label="From">
        <DatePicker value={from} onChange={({ detail }) => setFrom(detail.value)} placeholder="YYYY/MM/DD" />
      </FormField>
      <FormField label="To" errorText={wrong}>
        <DatePicker value={to} onChange={({ detail }) => setTo(detail.value)} placeholder="YYYY/MM/DD" />
      </FormField>
      <Button formAction="submit">Show these days</Button>
    </form>
  );
}
