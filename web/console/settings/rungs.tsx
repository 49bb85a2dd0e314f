import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { audienceOf, messageNames } from '../../../domain/messages/messages.ts';
import { messageWords } from '../words/timeline.ts';
import { ChoiceField, SeveralField } from './fields/choice.tsx';
import { useField, useLength } from './form.ts';
import type { Place } from './raw.ts';
import { roles } from './words.ts';

const actions = [
  { value: 'remind', label: 'Remind' },
  { value: 'escalate', label: 'Escalate' },
];
const staffMessages = messageNames
  .filter((name) => audienceOf(name) === 'staff')
  .map((value) => ({ value, label: messageWords(value) }));

const next = { at: 0.5, action: 'remind', to: ['owner'], message: 'decision-reminder' };

/** Whom to remind, and whom to go past, before a date is missed. */
export function Rungs({ place, title }: { place: Place; title: string }) {
  const count = useLength(place);
  const { change, error } = useField([...place, count]);
  const whole = useField(place);
  return (
    <SpaceBetween size="s">
      <Box variant="h4">{title}</Box>
      {(error ?? whole.error) !== undefined && <Box color="text-status-error">{error ?? whole.error}</Box>}
      {count === 0 && <Box color="text-body-secondary">Nobody is reminded.</Box>}
      {Array.from({ length: count }, (_, index) => (
        <Rung key={index} place={[...place, index]} number={index + 1} />
      ))}
      <Button formAction="none" iconName="add-plus" onClick={() => change(next)}>
        Add a step
      </Button>
    </SpaceBetween>
  );
}

function Rung({ place, number }: { place: Place; number: number }) {
  const { change: changeAll } = useField(place);
  const { value, error, change } = useField([...place, 'at']);
  const percent = typeof value === 'number' ? String(Math.round(value * 1000) / 10) : '';
  return (
    <div className="reason" role="group" aria-label={`Step ${number}`}>
      <div className="side-by-side">
        <FormField label="When % of the time is over" errorText={error}>
          <Input
            value={percent}
            inputMode="decimal"
            type="number"
            step={0.1}
            onChange={({ detail }) =>
              change(detail.value === '' ? '' : Math.round(Number(detail.value) * 10) / 1000)
            }
          />
        </FormField>
        <ChoiceField place={[...place, 'action']} label="Do" options={actions} />
        <SeveralField place={[...place, 'to']} label="Whom" options={roles} />
        <ChoiceField place={[...place, 'message']} label="With" options={staffMessages} />
      </div>
      <Button
        formAction="none"
        iconName="remove"
        ariaLabel={`Remove step ${number}`}
        onClick={() => changeAll(undefined)}
      >
        Remove
      </Button>
    </div>
  );
}
