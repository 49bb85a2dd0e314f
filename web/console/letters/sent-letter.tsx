import Modal from '@cloudscape-design/components/modal';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback } from 'react';
import { readLetter } from '../../../domain/api/recruiter/letters.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import { Failed } from '../shell/failed.tsx';
import { moment } from '../time/words.ts';
import { messageWords } from '../words/timeline.ts';
import { Letter } from './letter.tsx';
import { Loading } from '../shell/loading.tsx';

interface SentLetterProps {
  readonly applicationId: string;
  readonly messageKey: string;
  readonly message: string;
  readonly onClose: () => void;
}

/** A message as its reader saw it; only the keys of its links are left out. */
export function SentLetter({ applicationId, messageKey, message, onClose }: SentLetterProps) {
  const { call } = useSigned();
  const load = useCallback(
    () => call(readLetter, { params: { applicationId, key: messageKey } }),
    [call, applicationId, messageKey],
  );
  const { value, error, reload } = useLoaded(load);
  return (
    <Modal visible size="large" header={capital(messageWords(message))} onDismiss={onClose}>
      {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
      {value === undefined && error === undefined && <Loading />}
      {value !== undefined && (
        <SpaceBetween size="s">
          <Box color="text-body-secondary">
            To the {value.to}, {moment(value.at)}. Keys in its links are left out: they are the reader’s.
          </Box>
          <Letter letter={value} />
        </SpaceBetween>
      )}
    </Modal>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
