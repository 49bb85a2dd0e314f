import Modal from '@cloudscape-design/components/modal';
import { useCallback } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import { Letter } from '../letters/letter.tsx';
import { Failed } from '../shell/failed.tsx';
import { messageWords } from '../words/timeline.ts';
import { Loading } from '../shell/loading.tsx';

interface MessageShownProps {
  readonly message: MessageName;
  readonly onClose: () => void;
}

/** A message of a played journey as it would look, with the data of its sample. */
export function MessageShown({ message, onClose }: MessageShownProps) {
  const { call } = useSigned();
  const { value, error, reload } = useLoaded(
    useCallback(
      () => call(adminApi.previewTemplate, { params: { message }, body: { locales: ['en'] } }),
      [call, message],
    ),
  );
  const [letter] = value?.previews ?? [];
  return (
    <Modal visible size="large" header={`As it would look: ${messageWords(message)}`} onDismiss={onClose}>
      {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
      {value === undefined && error === undefined && <Loading />}
      {letter && <Letter letter={letter} locale="en" tallest={480} />}
    </Modal>
  );
}
