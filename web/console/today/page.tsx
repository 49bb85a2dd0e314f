import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import Spinner from '@cloudscape-design/components/spinner';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded, useRefresh } from '../api/loaded.ts';
import { draftKey, drafts } from '../decide/draft.ts';
import type { Answer } from '../decide/send.ts';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { useSplitPanel } from '../shell/split-panel.tsx';
import { DeclinePanel } from './decline-panel.tsx';
import { focusRow, moveFocus, pressed } from './keys.ts';
import { List } from './list.tsx';
import { fetchMore, fetchWorklist, merged, rowKey } from './queues.ts';
import { useActions, withActed } from './progress.ts';
import { ShortcutsHelp, useShortcuts } from './shortcuts.tsx';

/** What breaks first is on top: everything that waits for the reader, one row and one action each. */
export function TodayPage() {
  const { call } = useSigned();
  const load = useCallback(() => fetchWorklist(call), [call]);
  const { value, error, isLoading, reload, replace } = useLoaded(load);
  useRefresh(reload);
  const actions = useActions(reload);
  const [declining, setDeclining] = useState<WorklistRow>();
  const [isHelping, setHelping] = useState(false);
  const [hasKeys, setKeys] = useShortcuts();
  const list = useRef<HTMLDivElement>(null);

  const { rows: waiting, isAll } = value ? merged(value) : { rows: [], isAll: true };
  const rows = withActed(waiting, actions.acted);

  const isReady = value !== undefined;
  useEffect(() => {
    // Whoever has just arrived and pressed nothing yet can begin with j and k.
    if (isReady && document.activeElement === document.body) focusRow(list);
  }, [isReady]);

  const close = () => {
    const key = declining && rowKey(declining);
    setDeclining(undefined);
    if (key !== undefined) focusRow(list, key);
  };
  const decline = (row: WorklistRow) => {
    if (row.kind !== 'shortlist' || row.gateId === undefined) return;
    const key = draftKey(row.applicationId, row.gateId);
    drafts.put(key, { ...drafts.of(key), outcome: 'declined' });
    setDeclining(row);
  };
  const answered = (row: WorklistRow, answer: Answer) => {
    if (answer.kind !== 'pending') {
      actions.took(row, answer);
      close();
    }
    void reload();
  };
  useSplitPanel(
    declining && {
      content: (
        <DeclinePanel
          key={rowKey(declining)}
          row={declining}
          onAnswer={(answer) => answered(declining, answer)}
          onClose={close}
        />
      ),
      onClose: close,
    },
  );

  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const at = hasKeys ? pressed(event) : undefined;
    const row = at && rows.find((one) => rowKey(one) === at.row);
    if (at === undefined || row === undefined) return;
    const moves: Readonly<Record<string, () => void>> = {
      j: () => moveFocus(list, at.row, 1),
      k: () => moveFocus(list, at.row, -1),
      s: () => void actions.shortlist(row),
      d: () => decline(row),
      u: () => void actions.undo(row),
      '?': () => setHelping(true),
    };
    const move = moves[at.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  const said = [...actions.acted.values()].at(-1);
  return (
    <Page
      title="Today"
      description="What was promised, most urgent first."
      actions={
        <SpaceBetween size="xs" direction="horizontal">
          <Button iconName="keyboard" variant="normal" onClick={() => setHelping(true)}>
            Keys
          </Button>
          <Button
            iconName="refresh"
            ariaLabel="Look again"
            loading={isLoading}
            onClick={() => void reload()}
          />
        </SpaceBetween>
      }
    >
      <SpaceBetween size="m">
        {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
        <LiveRegion hidden>{said && `${said.row.candidateName}: ${said.progress.words}`}</LiveRegion>
        {value === undefined && error === undefined && <Spinner size="large" />}
        {value !== undefined && rows.length === 0 && <Nobody />}
        {rows.length > 0 && (
          <div ref={list} onKeyDown={onKey}>
            <List
              rows={rows}
              actions={actions}
              onDecline={decline}
              header={<Header counter={isAll ? `(${rows.length})` : `(${rows.length}+)`}>Due</Header>}
              footer={
                value !== undefined &&
                !isAll && (
                  <Box textAlign="center">
                    <Button onClick={() => void fetchMore(call, value).then(replace)}>Show more</Button>
                  </Box>
                )
              }
            />
          </div>
        )}
      </SpaceBetween>
      {isHelping && <ShortcutsHelp isOn={hasKeys} onSwitch={setKeys} onClose={() => setHelping(false)} />}
    </Page>
  );
}

function Nobody() {
  return (
    <Box textAlign="center" padding="xxl">
      <Box variant="h2">Nobody is waiting</Box>
      <Box color="text-body-secondary">Every promise is kept or not due for you. New ones appear here.</Box>
    </Box>
  );
}
