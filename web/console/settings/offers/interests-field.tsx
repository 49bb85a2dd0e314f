import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useState } from 'react';
import { interestLabel } from '../../../../domain/offers/interest-label.ts';
import { slugOf } from '../../jobs/draft.ts';
import { useFaultsBelow, useField } from '../form.ts';
import type { Place } from '../raw.ts';

interface InterestsFieldProps {
  readonly place: Place;
  /** What candidates can choose already, because some campaign answers it. */
  readonly known: readonly string[];
}

/** The interests a campaign answers: some that candidates choose from already, or new ones. */
export function InterestsField({ place, known }: InterestsFieldProps) {
  const { value, change } = useField(place);
  const [fault] = useFaultsBelow(place);
  const [typed, setTyped] = useState('');
  const chosen: readonly string[] = Array.isArray(value) ? value.map(String) : [];
  const add = (text: string) => {
    const slug = slugOf(text);
    if (slug !== '' && !chosen.includes(slug)) change([...chosen, slug]);
    setTyped('');
  };
  return (
    <FormField
      label="For those who like"
      description="Choose, or write something new and press Enter. Candidates choose from what all campaigns name."
      errorText={fault?.message}
      stretch
    >
      <SpaceBetween size="xs">
        <Autosuggest
          value={typed}
          options={known.filter((one) => !chosen.includes(one)).map((one) => ({ value: interestLabel(one) }))}
          enteredTextLabel={(text) => `Add “${interestLabel(slugOf(text))}”`}
          empty="Write what they like."
          placeholder="Books"
          onChange={({ detail }) => setTyped(detail.value)}
          onSelect={({ detail }) => add(detail.value)}
        />
        <TokenGroup
          items={chosen.map((one) => ({
            label: interestLabel(one),
            dismissLabel: `Remove ${interestLabel(one)}`,
          }))}
          onDismiss={({ detail }) => change(chosen.filter((_, index) => index !== detail.itemIndex))}
        />
      </SpaceBetween>
    </FormField>
  );
}
