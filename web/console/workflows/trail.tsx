import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useCallback, useState } from 'react';
import type * as z from 'zod';
import { adminApi } from '../../../domain/api/admin.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import { Failed } from '../shell/failed.tsx';
import { moment } from '../time/words.ts';
import { nameOf } from '../words/people.ts';
import { Loading } from '../shell/loading.tsx';

type Event = z.output<typeof adminApi.readAudit.reply.body>['events'][number];

const did: Readonly<Record<Event['type'], string>> = {
  WorkflowsPublished: 'published workflows',
  WorkflowsRestored: 'rolled workflows back',
  CanaryStarted: 'began a canary',
  CanaryFinished: 'gave a canary to all',
  CanaryStopped: 'took a canary back',
  CanaryRolledBack: 'took a canary back',
  TemplatesPublished: 'published messages',
  TemplatesRestored: 'rolled messages back',
  SettingsPublished: 'published settings',
  SettingsRestored: 'rolled settings back',
  ProofRequested: 'asked for a proof',
};

/** What admins, deployments and the alarm did about everything that is published. */
export function AuditTrail() {
  const [isOpen, setOpen] = useState(false);
  return (
    <ExpandableSection
      variant="container"
      headerText="Who did what"
      expanded={isOpen}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {isOpen && <Events />}
    </ExpandableSection>
  );
}

function Events() {
  const { call } = useSigned();
  const [older, setOlder] = useState<readonly string[]>([]);
  const { value, error, isLoading, reload } = useLoaded(
    useCallback(async () => {
      const events: Event[] = [];
      let next: string | null = null;
      for (const before of [undefined, ...older]) {
        const page = await call(adminApi.readAudit, { query: { before } });
        events.push(...page.events);
        next = page.next;
      }
      return { events, next };
    }, [call, older]),
  );
  if (error !== undefined) return <Failed error={error} onRetry={() => void reload()} />;
  if (value === undefined) return <Loading />;
  const { events, next } = value;
  return (
    <>
      {events.length === 0 && <Box>Nobody has done anything yet.</Box>}
      <ul className="revisions">
        {events.map((event) => (
          <li key={JSON.stringify(event)}>
            {actorOf(event.actor)} {did[event.type]}
            {event.note !== undefined && `: ${event.note}`}
            <Box color="text-body-secondary">{moment(event.at)}</Box>
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button loading={isLoading} onClick={() => setOlder([...older, next])}>
          Older
        </Button>
      )}
    </>
  );
}

const actorOf = (actor: string): string =>
  actor === 'alarm' ? 'The alarm' : actor === 'schedule' ? 'The schedule' : nameOf(actor);
