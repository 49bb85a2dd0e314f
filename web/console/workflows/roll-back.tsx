import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { Release } from '../../../domain/publishing/release.ts';
import { useSigned } from '../api/context.ts';
import { Beaten } from '../publish/beaten.tsx';
import type { LiveRelease, WorkflowView } from './data.ts';

interface RollBackProps {
  readonly release: Release;
  readonly live: LiveRelease;
  readonly workflows: readonly WorkflowView[];
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Asks once more before new applications start on an old release again. */
export function RollBack({ release, live, workflows, onClose, onDone }: RollBackProps) {
  const { call } = useSigned();
  const [note, setNote] = useState('');
  const [trouble, setTrouble] = useState<unknown>();
  const [isSending, setSending] = useState(false);

  async function send() {
    setSending(true);
    setTrouble(undefined);
    try {
      await call(adminApi.restoreRelease, {
        params: { release: release.release },
        headers: { 'if-match': `"${live.release}"` },
        body: { note },
      });
      onClose();
      await onDone();
    } catch (error) {
      setTrouble(error);
      setSending(false);
    }
  }

  return (
    <Modal
      visible
      header={`Roll back to release ${release.release}?`}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              Keep what is live
            </Button>
            <Button
              variant="primary"
              loading={isSending}
              disabled={note.trim().length < 3}
              onClick={() => void send()}
            >
              Roll back
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {trouble !== undefined && <Beaten error={trouble} />}
        <Box>New applications start on it again, at once.</Box>
        <Box>{staying(workflows)}</Box>
        <FormField label="Why" stretch>
          <Textarea value={note} onChange={({ detail }) => setNote(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}

/** `12 applications stay on v7.` */
export function staying(workflows: readonly WorkflowView[]): string {
  const journey = workflows.find(({ workflow }) => workflow === 'candidate-journey');
  const running = (journey?.inFlight ?? []).filter((one) => one.running > 0);
  if (running.length === 0) return 'No application is in flight.';
  const parts = running.map(({ running: count, more, revision, version }, index) => {
    const on = revision === null ? `version ${version}` : `v${revision}`;
    const many = `${count}${more ? ' or more' : ''}`;
    return index === 0
      ? `${many} ${count === 1 && !more ? 'application stays' : 'applications stay'} on ${on}`
      : `${many} on ${on}`;
  });
  return `${parts.join(', ')}.`;
}
