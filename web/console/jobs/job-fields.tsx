import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { locales } from '../../../domain/messages/locale.ts';
import { languageNames } from '../words/languages.ts';
import { slugOf } from './draft.ts';
import type { JobText } from './draft.ts';

const resumes = { required: 'Required', optional: 'Optional', none: 'Not asked for' } as const;

const languageOptions = locales.map((value) => ({ value, label: languageNames[value] }));
const resumeOptions = (['required', 'optional', 'none'] as const).map((value) => ({
  value,
  label: resumes[value],
}));

interface JobFieldsProps {
  readonly text: JobText;
  readonly isNew: boolean;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (part: Partial<JobText>) => void;
}

/** What the job's page says. */
export function JobFields({ text, isNew, errors, onChange }: JobFieldsProps) {
  // The address follows the title until somebody gives it its own.
  const follows = text.jobId === slugOf(text.title);
  return (
    <SpaceBetween size="m">
      <FormField
        label="Title"
        constraintText={`${text.title.length} of 24 characters: every subject line carries it.`}
        errorText={errors.get('title')}
      >
        <Input
          value={text.title}
          onChange={({ detail: { value } }) =>
            onChange({ title: value, ...(isNew && follows && { jobId: slugOf(value) }) })
          }
        />
      </FormField>
      {isNew && (
        <FormField label="Address" description="The job keeps it for good." errorText={errors.get('jobId')}>
          <Input value={text.jobId} onChange={({ detail }) => onChange({ jobId: detail.value })} />
        </FormField>
      )}
      <FormField label="Place" errorText={errors.get('location')} stretch>
        <Input value={text.location} onChange={({ detail }) => onChange({ location: detail.value })} />
      </FormField>
      <FormField label="Description" errorText={errors.get('description')} stretch>
        <Textarea
          rows={5}
          value={text.description}
          onChange={({ detail }) => onChange({ description: detail.value })}
        />
      </FormField>
      <div className="side-by-side">
        <FormField label="Language" errorText={errors.get('locale')}>
          <Select
            selectedOption={{ value: text.locale, label: languageNames[text.locale] }}
            options={languageOptions}
            onChange={({ detail }) =>
              onChange({ locale: locales.find((one) => one === detail.selectedOption.value) ?? text.locale })
            }
          />
        </FormField>
        <FormField label="Résumé" errorText={errors.get('resume')}>
          <Select
            selectedOption={{ value: text.resume, label: resumes[text.resume] }}
            options={resumeOptions}
            onChange={({ detail }) =>
              onChange({
                resume:
                  resumeOptions.find(({ value }) => value === detail.selectedOption.value)?.value ??
                  text.resume,
              })
            }
          />
        </FormField>
      </div>
      <FormField
        label="Page after a plain form (optional)"
        description="Where a form without script leads once the application has arrived."
        errorText={errors.get('thanksUrl')}
        stretch
      >
        <Input
          type="url"
          value={text.thanksUrl}
          placeholder="https://"
          onChange={({ detail }) => onChange({ thanksUrl: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}
