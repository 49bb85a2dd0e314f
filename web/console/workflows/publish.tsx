import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Textarea from '@cloudscape-design/components/textarea';
import { useMemo, useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import { useSigned } from '../api/context.ts';
import { Confirm } from '../publish/confirm.tsx';
import { baseOf } from '../publish/drafts.ts';
import { forceOf, mayPublish, noForce, ProofState } from '../publish/proof-state.tsx';
import { useServerProof } from '../publish/server-proof.ts';
import type { Live } from './data.ts';
import { definitionDrafts } from './drafts.ts';
import { staying } from './roll-back.tsx';
import { titleOf } from './words.ts';

const percent = 10;

interface PublishProps {
  readonly live: Live;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
  readonly onLook: () => void;
}

/** Publishes every edit of this page as one release, once the server has proved it. */
export function Publish({ live, onClose, onDone, onLook }: PublishProps) {
  const { call } = useSigned();
  const drafts = definitionDrafts.use();
  const edit = useMemo(
    () => ({ definitions: Object.fromEntries([...drafts].map(([name, { text }]) => [name, text])) }),
    [drafts],
  );
  const proved = useServerProof(edit);
  const [force, setForce] = useState(noForce);
  const [note, setNote] = useState('');
  const [how, setHow] = useState('at-once');
  const [hours, setHours] = useState('24');
  const isCanary = how === 'canary';
  const hoursFit = /^\d+$/.test(hours) && Number(hours) >= 1 && Number(hours) <= 336;
  const isReady = mayPublish(proved, force) && note.trim().length >= 3 && (!isCanary || hoursFit);

  return (
    <Confirm
      header={`Publish ${[...drafts.keys()].map(titleOf).join(', ')}`}
      confirm="Publish"
      cancel="Keep editing"
      isReady={isReady}
      send={async () => {
        await call(adminApi.publishWorkflows, {
          headers: { 'if-match': `"${baseOf(drafts)}"` },
          body: {
            ...edit,
            note: note.trim(),
            ...(isCanary && { canary: { percent, hours: Number(hours) } }),
            ...forceOf(proved, force),
          },
        });
        definitionDrafts.drop(drafts.keys());
      }}
      onClose={onClose}
      onDone={onDone}
      onLook={onLook}
      onKeep={() => definitionDrafts.rebase(live.live.release)}
    >
      <ProofState
        proved={proved}
        zone={live.edition.settings.calendar.zone}
        force={force}
        onForce={setForce}
      />
      <FormField
        label="What changes, and why"
        description="Colleagues read it in the list of releases."
        stretch
      >
        <Textarea value={note} onChange={({ detail }) => setNote(detail.value)} />
      </FormField>
      <FormField label="For whom">
        <RadioGroup
          value={how}
          onChange={({ detail }) => setHow(detail.value)}
          items={[
            { value: 'at-once', label: 'Every new application, at once' },
            {
              value: 'canary',
              label: `A canary: ${percent}% of new applications first`,
              description: 'Taken back by itself when an application needs attention.',
            },
          ]}
        />
      </FormField>
      {isCanary && (
        <FormField
          label="Hours until all of them"
          errorText={hoursFit ? undefined : 'From 1 to 336, which is two weeks.'}
        >
          <Input value={hours} inputMode="numeric" onChange={({ detail }) => setHours(detail.value)} />
        </FormField>
      )}
      <Box color="text-body-secondary">{staying(live.workflows)}</Box>
    </Confirm>
  );
}
