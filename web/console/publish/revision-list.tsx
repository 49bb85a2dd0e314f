import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import type { RevisionNote } from '../../../domain/publishing/revision.ts';
import type { Loaded } from '../api/loaded.ts';
import { Failed } from '../shell/failed.tsx';
import { moment } from '../time/words.ts';
import { nameOf } from '../words/people.ts';
import { Confirm } from './confirm.tsx';
import { Loading } from '../shell/loading.tsx';

interface Revision extends RevisionNote {
  readonly changed: readonly string[];
}

interface RevisionListProps {
  readonly listed: Omit<Loaded<{ readonly revisions: readonly Revision[] }>, 'replace'>;
  readonly live: number;
  /** What rolling back means for whom. */
  readonly staying: string;
  readonly restore: (revision: number, note: string) => Promise<void>;
  readonly onChange: () => Promise<void>;
}

/** Revisions, newest first, each with the way back to it. */
export function RevisionList({ listed, live, staying, restore, onChange }: RevisionListProps) {
  const { value, error, reload } = listed;
  const [back, setBack] = useState<Revision>();
  const [note, setNote] = useState('');
  return (
    <Container header={<Header variant="h2">Versions</Header>}>
      {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
      {value === undefined && error === undefined && <Loading />}
      <ul className="revisions">
        {value?.revisions.map((one) => (
          <li key={one.revision}>
            <SpaceBetween size="s" direction="horizontal" alignItems="center">
              <strong>v{one.revision}</strong>
              {one.revision === live && <StatusIndicator type="success">Live</StatusIndicator>}
              {one.proven?.verdict === 'forced' && (
                <StatusIndicator type="warning">Published by force: {one.proven.reason}</StatusIndicator>
              )}
            </SpaceBetween>
            <div>{one.note}</div>
            <Box color="text-body-secondary">
              {nameOf(one.author)}
              {one.at !== undefined && `, ${moment(one.at)}`}
              {one.changed.length > 0 && `; changed: ${shortened(one.changed)}`}
            </Box>
            {one.revision !== live && (
              <Button
                variant="inline-link"
                ariaLabel={`Roll back to v${one.revision}`}
                onClick={() => setBack(one)}
              >
                Roll back to it
              </Button>
            )}
          </li>
        ))}
      </ul>
      {back && (
        <Confirm
          header={`Roll back to v${back.revision}?`}
          confirm="Roll back"
          cancel="Keep what is live"
          isReady={note.trim().length >= 3}
          send={() => restore(back.revision, note.trim())}
          onClose={() => setBack(undefined)}
          onDone={async () => {
            await Promise.all([onChange(), reload()]);
          }}
        >
          <Box>{staying}</Box>
          <FormField label="Why" stretch>
            <Textarea value={note} onChange={({ detail }) => setNote(detail.value)} />
          </FormField>
        </Confirm>
      )}
    </Container>
  );
}

const most = 6;

const shortened = (names: readonly string[]): string =>
  names.length <= most
    ? names.join(', ')
    : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
