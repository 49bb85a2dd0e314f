import Button from '@cloudscape-design/components/button';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import { locale as localeSchema, locales } from '../../../domain/messages/locale.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { isMessageName } from '../../../domain/messages/messages.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { useWarningOnLeave } from '../publish/drafts.ts';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { addressOf, navigate } from '../shell/router.ts';
import { languageNames } from '../words/languages.ts';
import { sourceDrafts, useLiveMessage } from './data.ts';
import type { LiveMessage, Sources } from './data.ts';
import { Preview } from './preview.tsx';
import { usePreview } from './previewed.ts';
import { PublishMessages } from './publish.tsx';
import { Source } from './source.tsx';
import { titleOf } from './words.ts';
import { Loading } from '../shell/loading.tsx';

interface MessagePageProps {
  readonly name: string;
  readonly locale: string | undefined;
}

/** A message: its text in each language, and beside it what people would read. */
export function MessagePage({ name, locale }: MessagePageProps) {
  if (!isMessageName(name)) return <Page title="No such message">There is no message at this address.</Page>;
  return <Known message={name} locale={localeSchema.safeParse(locale).data ?? 'en'} />;
}

function Known({ message, locale }: { message: MessageName; locale: Locale }) {
  const { value, error, reload } = useLiveMessage(message);
  if (value === undefined)
    return (
      <Page title={titleOf(message)}>
        {error === undefined ? <Loading /> : <Failed error={error} onRetry={() => void reload()} />}
      </Page>
    );
  return <Editor message={message} locale={locale} live={value} error={error} onChange={reload} />;
}

interface EditorProps {
  readonly message: MessageName;
  readonly locale: Locale;
  readonly live: LiveMessage;
  readonly error: unknown;
  readonly onChange: () => Promise<void>;
}

const options = locales.map((id) => ({ id, text: languageNames[id] }));

function Editor({ message, locale, live, error, onChange }: EditorProps) {
  const drafts = sourceDrafts.use();
  useWarningOnLeave(drafts.size > 0);
  const [isPublishing, setPublishing] = useState(false);
  const sources = useMemo((): Sources => {
    const of = (one: Locale) => drafts.get(`${message}/${one}`)?.text ?? live.sources[one];
    return { en: of('en'), es: of('es'), fr: of('fr') };
  }, [drafts, live, message]);
  const previewed = usePreview(message, sources);
  const errors = previewed.value?.problems.filter(({ severity }) => severity === 'error').length ?? 0;
  const reason = whyNot(drafts.size, errors, previewed.isStale);
  const mine = locales.filter((one) => drafts.has(`${message}/${one}`));
  return (
    <Page
      title={titleOf(message)}
      actions={
        <SpaceBetween size="xs" direction="horizontal">
          {mine.length > 0 && (
            <Button onClick={() => sourceDrafts.drop(mine.map((one) => `${message}/${one}` as const))}>
              Give up this edit
            </Button>
          )}
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
      <SpaceBetween size="l">
        {error !== undefined && <Failed error={error} onRetry={() => void onChange()} />}
        <SegmentedControl
          label="Language"
          selectedId={locale}
          options={options}
          onChange={({ detail }) => navigate(addressOf.message(message, detail.selectedId))}
        />
        <div className="source-and-preview">
          <Source
            key={locale}
            message={message}
            locale={locale}
            sources={sources}
            previewed={previewed}
            onChange={(text) =>
              sourceDrafts.keep(`${message}/${locale}`, text, {
                text: live.sources[locale],
                number: live.live.revision,
              })
            }
          />
          <Preview locale={locale} previewed={previewed} />
        </div>
      </SpaceBetween>
      {isPublishing && (
        <PublishMessages live={live.live} onClose={() => setPublishing(false)} onDone={onChange} />
      )}
    </Page>
  );
}

function whyNot(drafts: number, errors: number, isStale: boolean): string | undefined {
  if (drafts === 0) return 'Nothing was changed.';
  if (errors > 0)
    return errors === 1 ? 'One error is to be mended first.' : `${errors} errors are to be mended first.`;
  return isStale ? 'The change is still being looked at.' : undefined;
}
