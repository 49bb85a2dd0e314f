import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { localDate } from '../../../../domain/calendar/local-date.ts';
import { useOffers } from '../../offers/data.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { addressOf } from '../../shell/router.ts';
import { useNow } from '../../time/clock.ts';
import type { LiveSettings } from '../draft.ts';
import { useField, useForm, useLength } from '../form.ts';
import { valueAt } from '../raw.ts';
import { CampaignSection } from './campaign-section.tsx';
import { newCampaign } from './ended.ts';
import { InterestNames } from './interest-names.tsx';

interface CampaignsProps {
  readonly live: LiveSettings;
  /** The id of the campaign that is open from the start. */
  readonly opened: string | undefined;
}

/** The campaigns of the settings while they are edited. */
export function Campaigns({ live: { settings: live }, opened }: CampaignsProps) {
  const { raw } = useForm();
  const count = useLength(['offers']);
  const { change: add } = useField(['offers', count]);
  const [added, setAdded] = useState<number>();
  const issued = useOffers().value?.campaigns;
  const today = localDate(new Date(useNow(60_000)).toISOString(), live.calendar.zone);
  return (
    <SpaceBetween size="l">
      <Box color="text-body-secondary">
        Candidates who agreed get one code, of the campaign that answers most of what they like; never by what
        became of their application. <PageLink to={addressOf.offers()}>What was given so far</PageLink>
      </Box>
      {count === 0 && <Box>No campaign yet: candidates get no offer.</Box>}
      {Array.from({ length: count }, (_, index) => {
        const id = valueAt(raw, ['offers', index, 'id']);
        return (
          <CampaignSection
            key={index}
            place={['offers', index]}
            isNew={!live.offers.some((one) => one.id === id)}
            isOpened={index === added || id === opened}
            issued={issued?.find((one) => one.id === id)?.counts.issued}
            today={today}
          />
        );
      })}
      <Button
        formAction="none"
        iconName="add-plus"
        onClick={() => {
          setAdded(count);
          add(newCampaign(valueAt(raw, ['company', 'shopUrl'])));
        }}
      >
        Add a campaign
      </Button>
      <InterestNames />
    </SpaceBetween>
  );
}
