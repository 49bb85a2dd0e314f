import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { durationOf, lengthOf } from '../duration-text.ts';
import type { Unit } from '../duration-text.ts';
import { useField } from '../form.ts';
import type { Place } from '../raw.ts';

interface DurationFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly description?: string;
  readonly units?: readonly Unit[];
  /** What it is called to have none; without it there must be one. */
  readonly none?: string;
}

const usual: readonly Unit[] = ['minutes', 'hours', 'days', 'weeks', 'months'];

/** A length of time: a number and its unit. One of several units is written by hand, as `P1DT6H`. */
export function DurationField({ place, label, description, units = usual, none }: DurationFieldProps) {
  const { value, error, change } = useField(place);
  const text = typeof value === 'string' ? value : '';
  const length = lengthOf(text);
  const options = [
    ...(none === undefined ? [] : [{ value: 'none', label: none }]),
    ...units.map((unit) => ({ value: unit, label: unit })),
    { value: 'other', label: 'as ISO 8601' },
  ];
  const [typed, setTyped] = useState<string>();
  const unit = value === undefined && none !== undefined ? 'none' : (length?.unit ?? 'other');
  return (
    <FormField
      label={label}
      description={description}
      errorText={typed === undefined ? error : 'This must be a whole number.'}
    >
      <div className="length">
        {unit !== 'none' && (
          <Input
            ariaLabel={`${label}: how many`}
            value={typed ?? (length === undefined ? text : String(length.amount))}
            onBlur={() => setTyped(undefined)}
            onChange={({ detail }) => {
              const isNumber = /^\d{1,6}$/.test(detail.value);
              setTyped(length === undefined || isNumber ? undefined : detail.value);
              if (length === undefined) change(detail.value);
              else if (isNumber) change(durationOf({ ...length, amount: Number(detail.value) }));
            }}
          />
        )}
        <Select
          ariaLabel={`${label}: unit`}
          options={options}
          selectedOption={options.find((one) => one.value === unit) ?? null}
          onChange={({ detail }) => {
            const wanted = units.find((one) => one === detail.selectedOption.value);
            const amount = length?.amount ?? (Number(text) || 1);
            if (wanted !== undefined) change(durationOf({ amount, unit: wanted }));
            else if (detail.selectedOption.value === 'none') change(undefined);
            else change(text === '' ? 'P1D' : text);
          }}
        />
      </div>
    </FormField>
  );
}
