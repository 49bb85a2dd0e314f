import FormField from '@cloudscape-design/components/form-field';
import Box from '@cloudscape-design/components/box';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import { locale as localeSchema } from '../../../domain/messages/locale.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { isMessageName } from '../../../domain/messages/messages.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { useSigned } from '../api/context.ts';
import { Confirm } from '../publish/confirm.tsx';
import { baseOf } from '../publish/drafts.ts';
import type { Draft } from '../publish/drafts.ts';
import { languageNames } from '../words/languages.ts';
import { sourceDrafts } from './data.ts';
import type { Listed } from './data.ts';
import { titleOf } from './words.ts';

interface PublishMessagesProps {
  readonly live: Listed['live'];
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Publishes every edited text as one revision. */
export function PublishMessages({ live, onClose, onDone }: PublishMessagesProps) {
  const { call } = useSigned();
  const drafts = sourceDrafts.use();
  const [note, setNote] = useState('');
  return (
    <Confirm
      header="Publish messages"
      confirm="Publish"
      cancel="Keep editing"
      isReady={note.trim().length >= 3}
      onClose={onClose}
      onKeep={() => sourceDrafts.rebase(live.revision)}
      send={async () => {
        await call(adminApi.publishTemplates, {
          headers: { 'if-match': `"${baseOf(drafts)}"` },
          body: { edits: editsOf(drafts), note: note.trim() },
        });
        sourceDrafts.drop(drafts.keys());
      }}
      onDone={onDone}
    >
      <Box>
        New applications get these texts at once:{' '}
        {parts(drafts)
          .map(([message, locale]) => `${titleOf(message)} in ${languageNames[locale]}`)
          .join(', ')}
        .
      </Box>
      <FormField
        label="What changes, and why"
        description="Colleagues read it in the list of versions."
        stretch
      >
        <Textarea value={note} onChange={({ detail }) => setNote(detail.value)} />
      </FormField>
    </Confirm>
  );
}

function parts(drafts: ReadonlyMap<string, Draft>): [MessageName, Locale, string][] {
  return [...drafts].flatMap(([key, { text }]) => {
    const [message = '', language] = key.split('/');
    const locale = localeSchema.safeParse(language).data;
    return isMessageName(message) && locale !== undefined ? [[message, locale, text]] : [];
  });
}

/** As the API takes them: by message, then by language. */
export function editsOf(
  drafts: ReadonlyMap<string, Draft>,
): Partial<Record<MessageName, Partial<Record<Locale, string>>>> {
  const edits: Partial<Record<MessageName, Partial<Record<Locale, string>>>> = {};
  for (const [message, locale, text] of parts(drafts)) edits[message] = { ...edits[message], [locale]: text };
  return edits;
}
