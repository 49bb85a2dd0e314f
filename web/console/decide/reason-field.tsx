import Autosuggest from '@cloudscape-design/components/autosuggest';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { Asked } from '../words/reasons.ts';

interface ReasonFieldProps {
  readonly asked: Asked;
  readonly label: string;
  readonly example: string | undefined;
  readonly value: string;
  readonly error: string | undefined;
  /** The criteria the job published, in its own words. */
  readonly criteria: readonly string[];
  readonly onChange: (value: string) => void;
}

/** One detail of a reason. */
export function ReasonField({ asked, label, example, value, error, criteria, onChange }: ReasonFieldProps) {
  const change = ({ detail }: { detail: { value: string } }) => onChange(detail.value);
  return (
    <FormField
      label={label}
      errorText={error}
      {...(asked === 'days' && { constraintText: 'As 2026-03-02, separated by commas; five at most.' })}
    >
      {asked === 'day' ? (
        <DatePicker value={value} onChange={change} placeholder="YYYY/MM/DD" locale="en-GB" />
      ) : asked === 'fate' ? (
        <RadioGroup
          value={value || null}
          onChange={change}
          items={[
            { value: 'filled', label: 'Filled' },
            { value: 'withdrawn', label: 'Withdrawn' },
          ]}
        />
      ) : asked === 'criterion' ? (
        <Autosuggest
          value={value}
          onChange={change}
          options={criteria.map((text) => ({ value: text }))}
          enteredTextLabel={(text) => `Use: ${text}`}
          filteringType="none"
          placeholder="Choose a published criterion"
        />
      ) : (
        <Input
          autoComplete={false}
          value={value}
          onChange={change}
          {...(example !== undefined && { placeholder: example })}
        />
      )}
    </FormField>
  );
}
