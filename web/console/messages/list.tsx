import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { useWarningOnLeave } from '../publish/drafts.ts';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { addressOf } from '../shell/router.ts';
import { sourceDrafts, useTemplates } from './data.ts';
import type { Listed } from './data.ts';
import { PublishMessages } from './publish.tsx';
import { Revisions } from './revisions.tsx';
import { groups, titleOf } from './words.ts';
import { Loading } from '../shell/loading.tsx';

/** Every message, by who reads it. */
export function MessagesPage() {
  const { value, error, reload } = useTemplates();
  const drafts = sourceDrafts.use();
  const [isPublishing, setPublishing] = useState(false);
  useWarningOnLeave(drafts.size > 0);
  return (
    <Page
      title="Messages"
      description="Everything Hearback says, in every language. Applications under way keep the texts they started with."
      actions={
        <Button
          variant="primary"
          disabled={drafts.size === 0}
          {...(drafts.size === 0 && { disabledReason: 'Nothing was changed.' })}
          onClick={() => setPublishing(true)}
        >
          Publish
        </Button>
      }
    >
      <SpaceBetween size="l">
        {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
        {value === undefined && error === undefined && <Loading />}
        {value !== undefined &&
          groups.map((group) => (
            <Container
              key={group.category}
              header={
                <Header variant="h2" description={group.about}>
                  {group.title}
                </Header>
              }
            >
              <ul className="messages">
                {value.messages
                  .filter(
                    ({ category, audience }) => category === group.category && audience === group.audience,
                  )
                  .map((one) => (
                    <li key={one.message}>
                      <PageLink to={addressOf.message(one.message)}>{titleOf(one.message)}</PageLink>{' '}
                      <Box display="inline" color="text-body-secondary" fontSize="body-s">
                        {revisionsOf(one)}
                      </Box>{' '}
                      {[...drafts.keys()].some((key) => key.startsWith(`${one.message}/`)) && (
                        <StatusIndicator type="warning">Edited, not published</StatusIndicator>
                      )}
                    </li>
                  ))}
              </ul>
            </Container>
          ))}
        {value !== undefined && <Revisions live={value.live} onChange={reload} />}
      </SpaceBetween>
      {isPublishing && value !== undefined && (
        <PublishMessages live={value.live} onClose={() => setPublishing(false)} onDone={reload} />
      )}
    </Page>
  );
}

function revisionsOf({ revisions }: Listed['messages'][number]): string {
  const { en, es, fr } = revisions;
  return en === es && es === fr ? `v${en}` : `English v${en}, Spanish v${es}, French v${fr}`;
}
