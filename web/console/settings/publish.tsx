import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useMemo, useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { useSigned } from '../api/context.ts';
import { Confirm } from '../publish/confirm.tsx';
import { baseOf } from '../publish/drafts.ts';
import { forceOf, mayPublish, noForce, ProofState } from '../publish/proof-state.tsx';
import { useServerProof } from '../publish/server-proof.ts';
import { serverNow } from '../time/clock.ts';
import { hardStart, instantOf } from '../time/start-instant.ts';
import { momentIn } from '../time/words.ts';
import { changesInWords, consequencesOf } from './consequences.ts';
import { settingsDraft } from './draft.ts';
import type { LiveSettings } from './draft.ts';
import { faultsOf } from './read.ts';
import type { Fault } from './read.ts';

interface PublishSettingsProps {
  readonly live: LiveSettings;
  readonly settings: Settings;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
  /** Told what the server says does not fit. */
  readonly onRefused: (faults: readonly Fault[]) => void;
}

/** Publishes the edited settings, once the server has proved them with the live workflows. */
export function PublishSettings({ live, settings, onClose, onDone, onRefused }: PublishSettingsProps) {
  const { call } = useSigned();
  const drafts = settingsDraft.use();
  const [note, setNote] = useState('');
  const [force, setForce] = useState(noForce);
  const proved = useServerProof(useMemo(() => ({ settings }), [settings]));
  return (
    <Confirm
      header="Publish the settings"
      confirm="Publish"
      cancel="Keep editing"
      isReady={mayPublish(proved, force) && note.trim().length >= 3}
      send={async () => {
        try {
          await call(adminApi.publishSettings, {
            headers: { 'if-match': `"${baseOf(drafts)}"` },
            body: { settings, note: note.trim(), ...forceOf(proved, force) },
          });
        } catch (error) {
          onRefused(faultsOf(error));
          throw error;
        }
        settingsDraft.drop(['settings']);
      }}
      onClose={onClose}
      onDone={onDone}
      onKeep={() => settingsDraft.rebase(live.revision)}
    >
      <Consequences before={live.settings} after={settings} />
      <ProofState proved={proved} zone={settings.calendar.zone} force={force} onForce={setForce} />
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

function Consequences({ before, after }: { before: Settings; after: Settings }) {
  const { zone } = after.calendar;
  const { date, time } = hardStart(serverNow(), zone);
  const from = instantOf(date, time, zone) ?? new Date(serverNow()).toISOString();
  const show = (at: string) => momentIn(at, zone);
  const moved = consequencesOf(before, after, from);
  return (
    <SpaceBetween size="s">
      <Box>
        New applications get these settings at once. Applications under way keep the settings they started
        with, and their dates.
      </Box>
      {moved.length > 0 && (
        <div>
          <Box variant="h4">For a clock that begins {show(from)}</Box>
          <ul>
            {moved.map(({ kind, title, promised, over }) => (
              <li key={kind}>
                {title}: promised for {show(promised[0])} → <strong>{show(promised[1])}</strong>; over for
                good {show(over[0])} → <strong>{show(over[1])}</strong>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Box variant="h4">What you changed</Box>
      <ul>
        {changesInWords(before, after).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </SpaceBetween>
  );
}
