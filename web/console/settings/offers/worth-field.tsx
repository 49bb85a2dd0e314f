import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { useFaultsBelow, useField } from '../form.ts';
import { valueAt } from '../raw.ts';
import type { Place } from '../raw.ts';

const kinds = [
  { value: 'percent', label: '% off' },
  { value: 'amount', label: 'off, in money' },
];

/** What a code takes off the price: a share of it, or an amount of money. */
export function WorthField({ place }: { place: Place }) {
  const { value, change } = useField(place);
  const [fault] = useFaultsBelow(place);
  const [typed, setTyped] = useState<string>();
  const isMoney = valueAt(value, ['amount']) !== undefined;
  const number = valueAt(value, [isMoney ? 'amount' : 'percent']);
  const currency = valueAt(value, ['currency']);
  const worth = (next: unknown) =>
    isMoney ? { amount: next, currency: typeof currency === 'string' ? currency : '' } : { percent: next };
  const shown = typed ?? (typeof number === 'number' || typeof number === 'string' ? String(number) : '');
  return (
    <FormField label="Worth" description="What a code takes off the price." errorText={fault?.message}>
      <div className="worth">
        <Input
          ariaLabel="Worth: how much"
          value={shown}
          inputMode="decimal"
          onBlur={() => setTyped(undefined)}
          onChange={({ detail }) => {
            // What is no number yet is kept as it is typed: the schema says what is wrong with it.
            setTyped(detail.value);
            change(worth(/^\d+(?:\.\d+)?$/.test(detail.value) ? Number(detail.value) : detail.value));
          }}
        />
        {isMoney && (
          <Input
            ariaLabel="Worth: currency"
            placeholder="EUR"
            value={typeof currency === 'string' ? currency : ''}
            onChange={({ detail }) => change({ amount: number, currency: detail.value.toUpperCase() })}
          />
        )}
        <Select
          ariaLabel="Worth: share or amount"
          options={kinds}
          selectedOption={kinds[isMoney ? 1 : 0] ?? null}
          onChange={({ detail }) =>
            change(
              detail.selectedOption.value === 'amount'
                ? { amount: number, currency: 'EUR' }
                : { percent: number },
            )
          }
        />
      </div>
    </FormField>
  );
}
