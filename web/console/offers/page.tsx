import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSigned } from '../api/context.ts';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { addressOf } from '../shell/router.ts';
import { Campaign } from './campaign.tsx';
import { useOffers } from './data.ts';
import { Loading } from '../shell/loading.tsx';

/** Campaigns: what is left of their budgets and what became of their codes. */
export function OffersPage({ campaign: opened }: { campaign: string | undefined }) {
  const { me } = useSigned();
  const { value, error, reload } = useOffers();
  const campaigns = value?.campaigns.filter(({ id }) => opened === undefined || id === opened);
  return (
    <Page
      title="Offers"
      description="What candidates who agreed to offers are thanked with, the same whatever became of their application."
      actions={me.isAdmin && <PageLink to={addressOf.settings('offers')}>Edit campaigns</PageLink>}
    >
      <SpaceBetween size="l">
        {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
        {campaigns === undefined && error === undefined && <Loading />}
        {campaigns?.length === 0 && (
          <Box textAlign="center" padding="xxl">
            <Box variant="h2">{opened === undefined ? 'No campaign yet' : 'No such campaign'}</Box>
            <Box color="text-body-secondary">
              {opened === undefined
                ? 'Without one candidates get no offer. An admin can add one.'
                : 'It was never in the settings and has issued no code.'}
            </Box>
          </Box>
        )}
        {campaigns?.map((campaign) => (
          <Campaign key={campaign.id} campaign={campaign} isOpen={opened !== undefined} />
        ))}
      </SpaceBetween>
    </Page>
  );
}
