import Box from '@cloudscape-design/components/box';
import Cards from '@cloudscape-design/components/cards';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { addressOf } from '../shell/router.ts';
import { moment } from '../time/words.ts';
import { nameOf } from '../words/people.ts';
import { useWorkflows } from './data.ts';
import type { WorkflowView } from './data.ts';
import { definitionDrafts } from './drafts.ts';
import { AuditTrail } from './trail.tsx';
import { titleOf, workflowWords } from './words.ts';
import { Loading } from '../shell/loading.tsx';

/** Every machine, with what is live and who is in flight. */
export function WorkflowsPage() {
  const { value, error, reload } = useWorkflows();
  const drafts = definitionDrafts.use();
  return (
    <Page
      title="Workflows"
      description="What happens to every application. Edits reach new applications only; whoever is in flight keeps what they started with."
    >
      <SpaceBetween size="l">
        {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
        {value === undefined && error === undefined && <Loading />}
        {value !== undefined && (
          <Cards
            items={value.workflows.toReversed()}
            trackBy="workflow"
            cardsPerRow={[{ cards: 1 }, { minWidth: 700, cards: 2 }]}
            cardDefinition={{
              header: ({ workflow }) => (
                <PageLink to={addressOf.workflow(workflow)}>{titleOf(workflow)}</PageLink>
              ),
              sections: [
                { id: 'about', content: ({ workflow }) => workflowWords[workflow]?.about },
                { id: 'live', header: 'Live', content: (one) => <LiveRevision view={one} /> },
                { id: 'flight', header: 'In flight', content: inFlight },
                {
                  id: 'draft',
                  content: ({ workflow }) =>
                    drafts.has(workflow) && (
                      <StatusIndicator type="warning">You have an edit that is not published</StatusIndicator>
                    ),
                },
              ],
            }}
          />
        )}
        {value !== undefined && <AuditTrail />}
      </SpaceBetween>
    </Page>
  );
}

function LiveRevision({ view: { live, canary } }: { view: WorkflowView }) {
  return (
    <>
      <Box>
        v{live.revision}
        {live.at !== undefined && `, ${moment(live.at)}`} by {nameOf(live.author)}: {live.note}
      </Box>
      {canary !== null && <StatusIndicator type="in-progress">Canary: v{canary.revision}</StatusIndicator>}
    </>
  );
}

const inFlight = (view: WorkflowView): string => {
  const running = view.inFlight.reduce((sum, one) => sum + one.running, 0);
  if (running === 0) return 'Nobody';
  const versions = view.inFlight.filter((one) => one.running > 0).length;
  return `${running}${view.inFlight.some(({ more }) => more) ? ' or more' : ''} on ${versions === 1 ? 'one version' : `${versions} versions`}`;
};
