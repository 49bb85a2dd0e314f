import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { nameOf, usePeople } from '../words/people.ts';
import type { JobText } from './draft.ts';

const roles = [
  { name: 'recruiter', label: 'Recruiter', description: 'Owes the decision, and signs the mails.' },
  { name: 'backup', label: 'Backup', description: 'Is reminded when the recruiter is silent.' },
  { name: 'lead', label: 'Hiring lead', description: 'Steps in last, and approves feedback.' },
] as const;

interface PeopleFieldsProps {
  readonly text: JobText;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (part: Partial<JobText>) => void;
}

/** Who answers the people that apply. */
export function PeopleFields({ text, errors, onChange }: PeopleFieldsProps) {
  const options = usePeople().map(({ id, name, role }) => ({ value: id, label: name, description: role }));
  const chosen = (id: string) => ({ value: id, label: nameOf(id) });
  const interviewersError = [...errors].find(([name]) => name.startsWith('interviewers'))?.[1];
  return (
    <SpaceBetween size="m">
      {roles.map(({ name, label, description }) => (
        <FormField key={name} label={label} description={description} errorText={errors.get(name)}>
          <Select
            selectedOption={text[name] === '' ? null : chosen(text[name])}
            options={options}
            placeholder="Choose a colleague"
            filteringType="auto"
            filteringAriaLabel="Find a colleague"
            empty="Nobody is in the settings."
            onChange={({ detail }) => onChange({ [name]: detail.selectedOption.value ?? '' })}
          />
        </FormField>
      ))}
      <FormField label="Usual interviewers (optional)" errorText={interviewersError}>
        <Multiselect
          selectedOptions={text.interviewers.map(chosen)}
          options={options}
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
