import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { InputProps } from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useField } from '../form.ts';
import type { Place } from '../raw.ts';

interface TextFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly description?: string;
  readonly type?: InputProps.Type;
  readonly isLong?: boolean;
  /** What holds while nothing is written. */
  readonly placeholder?: string;
  /** Nothing written is no value at all. */
  readonly isOptional?: boolean;
}

/** A line of text, or several. */
export function TextField(props: TextFieldProps) {
  const { place, label, description, type = 'text', isLong = false, placeholder, isOptional = false } = props;
  const { value, error, change } = useField(place);
  const text = typeof value === 'string' ? value : '';
  const write = (next: string) => change(isOptional && next === '' ? undefined : next);
  return (
    <FormField label={label} description={description} errorText={error} stretch>
      {isLong ? (
        <Textarea value={text} onChange={({ detail }) => write(detail.value)} />
      ) : (
        <Input
          value={text}
          type={type}
          placeholder={placeholder ?? ''}
          onChange={({ detail }) => write(detail.value)}
        />
      )}
    </FormField>
  );
}

interface NumberFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly description?: string;
  /** Nothing written is no value at all. */
  readonly isOptional?: boolean;
}

/** A whole number. */
export function NumberField({ place, label, description, isOptional = false }: NumberFieldProps) {
  const { value, error, change } = useField(place);
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const write = (text: string) => {
    if (isOptional && text === '') change(undefined);
    else change(/^\d+$/.test(text) ? Number(text) : text);
  };
  return (
    <FormField label={label} description={description} errorText={error}>
      <Input value={shown} inputMode="numeric" onChange={({ detail }) => write(detail.value)} />
    </FormField>
  );
}

interface ListFieldProps<Value> {
  readonly place: Place;
  readonly label: string;
  readonly description: string;
  /** The value of a text; undefined while the text makes no sense. */
  readonly read: (text: string) => Value | undefined;
  readonly write: (value: unknown) => string;
  readonly wrong: string;
  readonly error?: string | undefined;
  readonly isLong?: boolean;
  /** It is shown, and changed elsewhere. */
  readonly isReadOnly?: boolean;
}

/** A list written as text, in one line unless it is long. What makes no sense yet stays there and changes nothing. */
export function LineField<Value>(props: ListFieldProps<Value>) {
  const { place, label, description, read, write, wrong, error: below } = props;
  const { isLong = false, isReadOnly = false } = props;
  const { value, error, change } = useField(place);
  const [text, setText] = useState<string>();
  const shown = text ?? write(value);
  const isWrong = text !== undefined && read(text) === undefined;
  const field = {
    value: shown,
    readOnly: isReadOnly,
    onBlur: () => {
      if (!isWrong) setText(undefined);
    },
    onChange: ({ detail }: { detail: { value: string } }) => {
      setText(detail.value);
      const next = read(detail.value);
      if (next !== undefined) change(next);
    },
  };
  return (
    <FormField label={label} description={description} errorText={isWrong ? wrong : (error ?? below)} stretch>
      {isLong ? <Textarea {...field} rows={6} /> : <Input {...field} />}
    </FormField>
  );
}
