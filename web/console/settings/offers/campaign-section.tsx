import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { campaign as campaignSchema } from '../../../../domain/offers/campaign.ts';
import { statusOn } from '../../../../domain/offers/standing.ts';
import { statusWords } from '../../offers/words.ts';
import { useFaultsBelow, useField } from '../form.ts';
import { valueAt } from '../raw.ts';
import type { Place } from '../raw.ts';
import { CampaignFields } from './campaign-fields.tsx';
import { endedOn, mayEnd } from './ended.ts';

interface CampaignSectionProps {
  readonly place: Place;
  readonly isNew: boolean;
  readonly isOpened: boolean;
  /** How many of its codes were given; undefined while nobody knows. */
  readonly issued: number | undefined;
  /** `YYYY-MM-DD` in the company's zone. */
  readonly today: string;
}

/** A campaign while it is edited: where it would stand, its fields, and how to end it. */
export function CampaignSection({ place, isNew, isOpened, issued, today }: CampaignSectionProps) {
  const { value, change } = useField(place);
  const faults = useFaultsBelow(place);
  const parsed = campaignSchema.safeParse(value).data;
  const title = valueAt(value, ['title']);
  const called = typeof title === 'string' && title !== '' ? title : 'A campaign without a title';
  const standing = [
    ...(parsed === undefined ? [] : [statusWords[statusOn(parsed, issued ?? 0, today)].text]),
    ...(issued === undefined ? [] : [`${issued} ${issued === 1 ? 'code' : 'codes'} given`]),
  ];
  return (
    <ExpandableSection
      variant="container"
      headingTagOverride="h2"
      headerText={called}
      headerCounter={faults.length > 0 ? `(${faults.length} to mend)` : ''}
      headerDescription={isNew ? 'New: nobody gets it before you publish.' : standing.join(' · ')}
      defaultExpanded={isOpened}
    >
      <SpaceBetween size="l">
        <CampaignFields place={place} isNew={isNew} />
        {isNew ? (
          <Button
            formAction="none"
            iconName="remove"
            ariaLabel={`Remove ${called}`}
            onClick={() => change(undefined)}
          >
            Remove
          </Button>
        ) : (
          mayEnd(value, today) && (
            <SpaceBetween size="xs">
              <Button
                formAction="none"
                ariaLabel={`End ${called}`}
                onClick={() => change(endedOn(value, today))}
              >
                End it
              </Button>
              <Box color="text-body-secondary" fontSize="body-s">
                Once that is published, whoever applies gets no code of it. Codes that were given stay valid,
                and who applied before keeps the offers of that day.
              </Box>
            </SpaceBetween>
          )
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}
