import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useState } from 'react';
import { interestWord } from '../../../../domain/offers/interest.ts';
import { slugOf } from '../../jobs/draft.ts';
import { useFaultsBelow, useField, useForm } from '../form.ts';
import type { Place } from '../raw.ts';
import { calledIn, interestsLeft, interestsNamed } from './interests.ts';

/** The interests a campaign answers: some that candidates choose from already, or new ones. */
export function InterestsField({ place }: { place: Place }) {
  const { raw } = useForm();
  const { value, change } = useField(place);
  const [fault] = useFaultsBelow(place);
  const [typed, setTyped] = useState('');
  const chosen: readonly string[] = Array.isArray(value) ? value.map(String) : [];
  const others = [...interestsNamed(raw), ...interestsLeft(raw)].filter((one) => !chosen.includes(one));
  const add = (text: string) => {
    const id = others.find((one) => calledIn(raw, one) === text) ?? slugOf(text);
    if (id !== '' && !chosen.includes(id)) change([...chosen, id]);
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
          options={others.map((one) => ({ value: calledIn(raw, one) }))}
          enteredTextLabel={(text) => `Add “${interestWord(slugOf(text))}”`}
          empty="Write what they like."
          placeholder="Books"
          onChange={({ detail }) => setTyped(detail.value)}
          onSelect={({ detail }) => add(detail.value)}
        />
        <TokenGroup
          items={chosen.map((one) => ({
            label: calledIn(raw, one),
            dismissLabel: `Remove ${calledIn(raw, one)}`,
          }))}
          onDismiss={({ detail }) => change(chosen.filter((_, index) => index !== detail.itemIndex))}
        />
      </SpaceBetween>
    </FormField>
  );
}
