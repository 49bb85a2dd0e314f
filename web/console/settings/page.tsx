import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useState } from 'react';
import { useWarningOnLeave } from '../publish/drafts.ts';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { addressOf, navigate } from '../shell/router.ts';
import { Calendar } from './calendar.tsx';
import { Company } from './company.tsx';
import { settingsDraft, useDraft, useLiveSettings } from './draft.ts';
import type { LiveSettings } from './draft.ts';
import { textOf } from './read.ts';
import type { Read } from './read.ts';
import { FormPlace } from './form.ts';
import { JsonSettings } from './json.tsx';
import { Campaigns } from './offers/campaigns.tsx';
import { Promises } from './promises.tsx';
import { PublishSettings } from './publish.tsx';
import { replacedAt } from './raw.ts';
import { Rules } from './rules.tsx';
import { SettingsVersions } from './versions.tsx';
import { Loading } from '../shell/loading.tsx';

/** What HR promises, and everything the workflows know of the company. */
export function SettingsPage({ tab, part }: Pick<KnownProps, 'tab' | 'part'>) {
  const { value, error, reload } = useLiveSettings();
  if (value === undefined)
    return (
      <Page title="Settings">
        {error === undefined ? <Loading /> : <Failed error={error} onRetry={() => void reload()} />}
      </Page>
    );
  return <Known tab={tab} part={part} live={value} error={error} onChange={reload} />;
}

interface KnownProps {
  readonly tab: string | undefined;
  /** The campaign that is looked at. */
  readonly part: string | undefined;
  readonly live: LiveSettings;
  readonly error: unknown;
  readonly onChange: () => Promise<void>;
}

function Known({ tab = 'promises', part, live, error, onChange }: KnownProps) {
  const draft = useDraft(live);
  const [refused, setRefused] = useState<Pick<Read, 'text' | 'faults'>>();
  // What the server refused stays marked until something is changed.
  const isRefused = refused?.text === draft.text;
  const read: Read = isRefused ? { ...draft, faults: [...draft.faults, ...refused.faults] } : draft;
  const isEdited = settingsDraft.use().size > 0;
  const [isPublishing, setPublishing] = useState(false);
  useWarningOnLeave(isEdited);
  const write = (text: string) =>
    settingsDraft.keep('settings', text, { text: textOf(live.settings), number: live.revision });
  const reason = whyNot(isEdited, draft);
  const form = {
    raw: read.raw,
    faults: read.faults,
    set: (place: readonly (string | number)[], value: unknown) =>
      write(textOf(replacedAt(read.raw, place, value))),
  };
  return (
    <Page
      title="Settings"
      description="Edits reach new applications only; whoever is in flight keeps what they started with."
      actions={
        <SpaceBetween size="xs" direction="horizontal">
          {isEdited && <Button onClick={() => settingsDraft.drop(['settings'])}>Give up this edit</Button>}
          <Button
            variant="primary"
            disabled={reason !== undefined}
            {...(reason !== undefined && { disabledReason: reason })}
            onClick={() => setPublishing(true)}
          >
            Publish
          </Button>
        </SpaceBetween>
      }
    >
      <FormPlace value={form}>
        <SpaceBetween size="l">
          {error !== undefined && <Failed error={error} onRetry={() => void onChange()} />}
          {read.faults.length > 0 && tab !== 'json' && <Faults read={read} />}
          {reason === undefined && (
            <PageLink to={addressOf.workflow('candidate-journey', 'replay')}>
              What this edit would have changed for past applications
            </PageLink>
          )}
          <Tabs
            activeTabId={tab}
            ariaLabel="Settings"
            onChange={({ detail }) =>
              navigate(addressOf.settings(detail.activeTabId === 'promises' ? undefined : detail.activeTabId))
            }
            tabs={[
              {
                id: 'promises',
                label: 'Promises',
                content: <Promises settings={read.settings} zone={live.settings.calendar.zone} />,
              },
              { id: 'company', label: 'Company and people', content: <Company /> },
              { id: 'calendar', label: 'Hours and holidays', content: <Calendar /> },
              { id: 'rules', label: 'Rules', content: <Rules /> },
              { id: 'offers', label: 'Offers', content: <Campaigns live={live} opened={part} /> },
              { id: 'json', label: 'JSON', content: <JsonSettings read={read} onChange={write} /> },
              {
                id: 'versions',
                label: 'Versions',
                content: <SettingsVersions live={live.revision} onChange={onChange} />,
              },
            ]}
          />
        </SpaceBetween>
      </FormPlace>
      {isPublishing && read.settings !== undefined && (
        <PublishSettings
          live={live}
          settings={read.settings}
          onClose={() => setPublishing(false)}
          onDone={onChange}
          onRefused={(faults) => setRefused({ text: draft.text, faults })}
        />
      )}
    </Page>
  );
}

function whyNot(isEdited: boolean, { faults }: Read): string | undefined {
  if (!isEdited) return 'Nothing was changed.';
  if (faults.length > 0)
    return faults.length === 1 ? 'One thing does not fit yet.' : `${faults.length} things do not fit yet.`;
  return undefined;
}

/** What does not fit, wherever its field is. */
function Faults({ read: { faults } }: { read: Read }) {
  return (
    <div role="status">
      <Alert type="warning" header="Not everything fits yet">
        <ul>
          {faults.map(({ place, message }) => (
            <li key={`${place.join('.')} ${message}`}>
              {place.length > 0 && <code>{place.join('.')}</code>} {message}
            </li>
          ))}
        </ul>
        <PageLink to={addressOf.settings('json')}>See it in the text</PageLink>
      </Alert>
    </div>
  );
}
