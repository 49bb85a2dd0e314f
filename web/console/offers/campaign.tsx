import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { CampaignView } from '../../../domain/api/figures.ts';
import { useSigned } from '../api/context.ts';
import { PageLink } from '../shell/page-link.tsx';
import { addressOf } from '../shell/router.ts';
import { date } from '../time/words.ts';
import { Codes } from './codes.tsx';
import { statusWords, worth } from './words.ts';

/** One campaign; opened, with its newest codes. */
export function Campaign({ campaign, isOpen }: { campaign: CampaignView; isOpen: boolean }) {
  const { me } = useSigned();
  const { id, title, counts, status } = campaign;
  const { type, text } = statusWords[status];
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={termsOf(campaign)}
          actions={
            me.isAdmin &&
            status !== 'withdrawn' && (
              <PageLink to={addressOf.campaign(id)} label={`Edit ${title ?? id}`}>
                Edit
              </PageLink>
            )
          }
        >
          {title ?? id}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <StatusIndicator type={type}>{text}</StatusIndicator>
        <Budget campaign={campaign} />
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'Issued', value: counts.issued },
            { label: 'Redeemed', value: counts.redeemed },
            { label: 'Can still be used', value: counts.usable },
            { label: 'Expired unused', value: counts.expired },
            { label: 'Void', value: counts.void },
            { label: 'Held at a checkout, times', value: counts.reserved },
            { label: 'Rolled back, times', value: counts.rolledBack },
          ]}
        />
        {isOpen ? (
          <>
            <Codes campaign={id} />
            <PageLink to={addressOf.offers()}>All campaigns</PageLink>
          </>
        ) : (
          counts.issued > 0 && (
            <PageLink to={addressOf.offers(id)} label={`Newest codes of ${title ?? id}`}>
              Newest codes
            </PageLink>
          )
        )}
      </SpaceBetween>
    </Container>
  );
}

function Budget({ campaign: { budget, counts, title, id } }: { campaign: CampaignView }) {
  if (budget === null) return null;
  return (
    <ProgressBar
      value={Math.min(100, (100 * counts.issued) / budget)}
      label={`Budget of ${title ?? id}`}
      description={`${counts.issued} of ${budget} codes issued`}
    />
  );
}

function termsOf({ value, interests, isDefault, startsOn, endsOn }: CampaignView): string {
  const whom = isDefault
    ? 'for everybody whom no other campaign suits'
    : interests.length > 0
      ? `for those who like ${interests.map(({ names }) => names.en).join(', ')}`
      : undefined;
  return [
    value === null ? undefined : `${worth(value)} off`,
    whom,
    startsOn === null ? undefined : `from ${date(startsOn)}`,
    endsOn === null ? undefined : `until ${date(endsOn)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
