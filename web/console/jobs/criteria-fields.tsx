import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { CriterionText } from './draft.ts';

const most = 8;

interface CriteriaFieldsProps {
  readonly criteria: readonly CriterionText[];
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (criteria: readonly CriterionText[]) => void;
}

/** The yes/no criteria a job publishes: what the page says, what the form asks, which answer meets it. */
export function CriteriaFields({ criteria, errors, onChange }: CriteriaFieldsProps) {
  return (
    <SpaceBetween size="m">
      <Box variant="h2">Published criteria</Box>
      <Box color="text-body-secondary">
        Candidates see them before they apply. They are compared, never scored.
      </Box>
      {criteria.map((criterion, place) => {
        const change = (part: Partial<CriterionText>) =>
          onChange(criteria.with(place, { ...criterion, ...part }));
        const number = place + 1;
        return (
          // A criterion that is being written has no other identity than its place.
          <div key={place} className="reason" role="group" aria-label={`Criterion ${number}`}>
            <SpaceBetween size="s">
              <FormField
                label={`Criterion ${number}, as published`}
                errorText={errors.get(`criteria.${place}.text`) ?? errors.get(`criteria.${place}.id`)}
                stretch
              >
                <Input
                  value={criterion.text}
                  placeholder="Available two weekends a month"
                  onChange={({ detail }) => change({ text: detail.value })}
                />
              </FormField>
              <FormField
                label="Question of the form"
                errorText={errors.get(`criteria.${place}.question`)}
                stretch
              >
                <Input
                  value={criterion.question}
                  placeholder="Can you work two weekends a month?"
                  onChange={({ detail }) => change({ question: detail.value })}
                />
              </FormField>
              <FormField label="The answer that meets it">
                <RadioGroup
                  value={criterion.expected ? 'yes' : 'no'}
                  onChange={({ detail }) => change({ expected: detail.value === 'yes' })}
                  items={[
                    { value: 'yes', label: 'Yes' },
                    { value: 'no', label: 'No' },
                  ]}
                />
              </FormField>
              <Button
                formAction="none"
                iconName="remove"
                ariaLabel={`Remove criterion ${number}`}
                onClick={() => onChange(criteria.toSpliced(place, 1))}
              >
                Remove
              </Button>
            </SpaceBetween>
          </div>
        );
      })}
      {criteria.length < most && (
        <Button
          formAction="none"
          iconName="add-plus"
          onClick={() => onChange([...criteria, { id: '', text: '', question: '', expected: true }])}
        >
          Add a criterion
        </Button>
      )}
    </SpaceBetween>
  );
}
