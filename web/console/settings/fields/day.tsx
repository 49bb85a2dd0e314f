import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import { useField } from '../form.ts';
import type { Place } from '../raw.ts';

interface DayFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly description?: string;
}

/** A day that need not be named. */
export function DayField({ place, label, description }: DayFieldProps) {
  const { value, error, change } = useField(place);
  return (
    <FormField label={label} description={description} errorText={error}>
      <DateInput
        value={typeof value === 'string' ? value : ''}
        format="iso"
        onChange={({ detail }) => change(detail.value === '' ? undefined : detail.value)}
      />
    </FormField>
  );
}
