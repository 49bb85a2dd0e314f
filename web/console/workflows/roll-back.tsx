import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { Release } from '../../../domain/publishing/release.ts';
import { useSigned } from '../api/context.ts';
import { Confirm } from '../publish/confirm.tsx';
import type { LiveRelease, WorkflowView } from './data.ts';

interface RollBackProps {
  readonly release: Release;
  readonly live: LiveRelease;
  readonly workflows: readonly WorkflowView[];
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Asks once more before new applications start on an old release again. */
export function RollBack({ release: { release }, live, workflows, onClose, onDone }: RollBackProps) {
  const { call } = useSigned();
  const [note, setNote] = useState('');
  return (
    <Confirm
      header={`Roll back to release ${release}?`}
      confirm="Roll back"
      cancel="Keep what is live"
      isReady={note.trim().length >= 3}
      send={async () => {
        const headers = { 'if-match': `"${live.release}"` };
        await call(adminApi.restoreRelease, { params: { release }, headers, body: { note: note.trim() } });
      }}
      onClose={onClose}
      onDone={onDone}
    >
      <Box>New applications start on it again, at once.</Box>
      <Box>{staying(workflows)}</Box>
      <FormField label="Why" stretch>
        <Textarea value={note} onChange={({ detail }) => setNote(detail.value)} />
      </FormField>
    </Confirm>
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
