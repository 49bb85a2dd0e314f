import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';

const most = 5;

interface SentencesProps {
  readonly label: string;
  readonly name: string;
  readonly sentences: readonly string[];
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (sentences: readonly string[]) => void;
}

/** One to five sentences, each in its own field. */
export function Sentences({ label, name, sentences, errors, onChange }: SentencesProps) {
  return (
    <SpaceBetween size="xs">
      {sentences.map((sentence, place) => (
        <FormField
          // A sentence has no other identity than its place.
          key={place}
          label={sentences.length === 1 ? label : `${label}, ${place + 1}`}
          errorText={errors.get(`${name}.${place}`)}
          secondaryControl={
            sentences.length > 1 ? (
              <Button
                formAction="none"
                iconName="close"
                ariaLabel={`Remove ${label.toLowerCase()}, ${place + 1}`}
                onClick={() => onChange(sentences.toSpliced(place, 1))}
              />
            ) : undefined
          }
          stretch
        >
          <Textarea
            rows={2}
            value={sentence}
            onChange={({ detail }) => onChange(sentences.with(place, detail.value))}
          />
        </FormField>
      ))}
      {sentences.length < most && (
        <Button formAction="none" iconName="add-plus" onClick={() => onChange([...sentences, ''])}>
          Add a sentence
        </Button>
      )}
    </SpaceBetween>
  );
}
