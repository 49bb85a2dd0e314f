import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import { useField } from '../form.ts';
import type { Place } from '../raw.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly description?: string;
  readonly options: readonly Option[];
  /** What no value is called; without it there must be one. */
  readonly none?: string;
  /** What no value is: taken out, or null. */
  readonly empty?: null | undefined;
}

/** One of a few. */
export function ChoiceField({ place, label, description, options, none, empty }: ChoiceFieldProps) {
  const { value, error, change } = useField(place);
  const all = [...(none === undefined ? [] : [{ value: '', label: none }]), ...options];
  const now = typeof value === 'string' ? value : '';
  return (
    <FormField label={label} description={description} errorText={error}>
      <Select
        options={all}
        selectedOption={all.find((one) => one.value === now) ?? { value: now, label: now }}
        filteringType={all.length > 8 ? 'auto' : 'none'}
        onChange={({ detail: { selectedOption } }) =>
          change(selectedOption.value === '' ? empty : selectedOption.value)
        }
      />
    </FormField>
  );
}

/** Some of a few. */
export function SeveralField({
  place,
  label,
  options,
}: Pick<ChoiceFieldProps, 'place' | 'label' | 'options'>) {
  const { value, error, change } = useField(place);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <FormField label={label} errorText={error}>
      <Multiselect
        options={options}
        selectedOptions={options.filter((one) => chosen.includes(one.value))}
        placeholder="Choose"
        deselectAriaLabel={(option) => `Remove ${option.label ?? ''}`}
        onChange={({ detail }) => change(detail.selectedOptions.map((one) => one.value))}
      />
    </FormField>
  );
}

interface YesNoFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly description?: string;
  /** What no is: false, or no value at all. */
  readonly no?: false | undefined;
}

export function YesNoField({ place, label, description, ...rest }: YesNoFieldProps) {
  const { value, change } = useField(place);
  const no = 'no' in rest ? rest.no : false;
  return (
    <Checkbox
      checked={value === true}
      description={description}
      onChange={({ detail }) => change(detail.checked || no)}
    >
      {label}
    </Checkbox>
  );
}
