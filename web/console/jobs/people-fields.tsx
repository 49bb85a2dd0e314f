import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { nameOf } from '../words/people.ts';
import type { JobText } from './draft.ts';

const roles = [
  { name: 'recruiter', label: 'Recruiter', description: 'Owes the decision, and signs the mails.' },
  { name: 'backup', label: 'Backup', description: 'Is reminded when the recruiter is silent.' },
  { name: 'lead', label: 'Hiring lead', description: 'Steps in last, and approves feedback.' },
] as const;

const optionOf = (id: string) => ({ value: id, label: nameOf(id) });

interface PeopleFieldsProps {
  readonly text: JobText;
  readonly errors: ReadonlyMap<string, string>;
  readonly people: readonly string[];
  readonly onChange: (part: Partial<JobText>) => void;
}

/** Who answers the people that apply. */
export function PeopleFields({ text, errors, people, onChange }: PeopleFieldsProps) {
  const typed = roles.map(({ name }) => text[name]).filter((id) => id !== '');
  const interviewersError = [...errors].find(([name]) => name.startsWith('interviewers'))?.[1];
  return (
    <SpaceBetween size="m">
      {roles.map(({ name, label, description }) => (
        <FormField key={name} label={label} description={description} errorText={errors.get(name)}>
          <Autosuggest
            value={text[name]}
            options={people.map((id) => ({ value: id, description: nameOf(id) }))}
            enteredTextLabel={(id) => `Use: ${id}`}
            placeholder="ana-ruiz"
            onChange={({ detail }) => onChange({ [name]: detail.value })}
          />
        </FormField>
      ))}
      <FormField label="Usual interviewers (optional)" errorText={interviewersError}>
        <Multiselect
          selectedOptions={text.interviewers.map(optionOf)}
          options={[...new Set([...people, ...typed])].map(optionOf)}
          placeholder="Choose"
          deselectAriaLabel={({ label }) => `Remove ${label ?? ''}`}
          onChange={({ detail }) =>
            onChange({ interviewers: detail.selectedOptions.flatMap(({ value }) => value ?? []) })
          }
        />
      </FormField>
    </SpaceBetween>
  );
}
