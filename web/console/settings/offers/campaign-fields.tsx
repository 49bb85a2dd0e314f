import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { slugOf } from '../../jobs/draft.ts';
import { DayField } from '../fields/day.tsx';
import { DurationField } from '../fields/duration.tsx';
import { NumberField, TextField } from '../fields/text.tsx';
import { YesNoField } from '../fields/choice.tsx';
import { useField } from '../form.ts';
import { valueAt } from '../raw.ts';
import type { Place } from '../raw.ts';
import { InterestsField } from './interests-field.tsx';
import { WorthField } from './worth-field.tsx';

interface CampaignFieldsProps {
  readonly place: Place;
  /** Whether nobody has a code of it yet: then it can still be given another id. */
  readonly isNew: boolean;
}

/** Everything settings say of a campaign. */
export function CampaignFields({ place, isNew }: CampaignFieldsProps) {
  return (
    <SpaceBetween size="m">
      <div className="fields">
        <TitleField place={place} isNew={isNew} />
        {isNew && (
          <TextField
            place={[...place, 'id']}
            label="Id"
            description="The campaign keeps it for good; its figures stand under it."
          />
        )}
        <WorthField place={[...place, 'value']} />
        <DurationField
          place={[...place, 'validFor']}
          label="A code is valid for"
          description="From the day it is given."
          units={['days', 'weeks', 'months']}
        />
        <NumberField
          place={[...place, 'budget']}
          label="Budget, in codes (optional)"
          description="After so many nobody gets one of it."
          isOptional
        />
        <DayField
          place={[...place, 'startsOn']}
          label="First day (optional)"
          description="On which codes are given."
        />
        <DayField
          place={[...place, 'endsOn']}
          label="Last day (optional)"
          description="On which codes are given."
        />
        <TextField
          place={[...place, 'shopUrl']}
          label="Where it is used"
          description="The offer’s button leads there."
          type="url"
        />
      </div>
      <InterestsField place={[...place, 'interests']} />
      <YesNoField
        place={[...place, 'default']}
        label="For everybody whom no other campaign suits"
        description="One campaign at most."
        no={undefined}
      />
    </SpaceBetween>
  );
}

function TitleField({ place, isNew }: CampaignFieldsProps) {
  const { value: campaign, change } = useField(place);
  const { value, error } = useField([...place, 'title']);
  const title = typeof value === 'string' ? value : '';
  // The id follows the title until somebody gives it its own.
  const follows = isNew && valueAt(campaign, ['id']) === slugOf(title);
  return (
    <FormField
      label="Title"
      description="For colleagues. Candidates read what it is worth."
      errorText={error}
    >
      <Input
        value={title}
        onChange={({ detail }) =>
          change({
            ...(typeof campaign === 'object' ? campaign : {}),
            title: detail.value,
            ...(follows && { id: slugOf(detail.value) }),
          })
        }
      />
    </FormField>
  );
}
