import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded, useRefresh } from '../api/loaded.ts';
import { draftKey, drafts } from '../decide/draft.ts';
import type { Answer } from '../decide/send.ts';
import { Failed } from '../shell/failed.tsx';
import { useIsNarrow } from '../shell/narrow.ts';
import { Page } from '../shell/page.tsx';
import { addressOf, navigate } from '../shell/router.ts';
import { useSplitPanel } from '../shell/split-panel.tsx';
import { useNow } from '../time/clock.ts';
import { DeclinePanel } from './decline-panel.tsx';
import { focusRow, moveFocus, pressed } from './keys.ts';
import { GroupPanel } from './group-panel.tsx';
import { List, mayChoose } from './list.tsx';
import { fetchPages, fetchWorklist, merged, nextElsewhere, pageSize, refreshed, rowKey } from './queues.ts';
import type { Worklist } from './queues.ts';
import { Nobody } from './nobody.tsx';
import { current, useActions, withActed } from './progress.ts';
import { ShortcutsHelp, useShortcuts } from './shortcuts.tsx';
import { Toast } from './toast.tsx';
import { Loading } from '../shell/loading.tsx';

/** What breaks first is on top: everything that waits for the reader, one row and one action each. */
export function TodayPage() {
  const { call } = useSigned();
  const shown = useRef<Worklist>(undefined);
  const load = useCallback(async () => {
    const beginning = await fetchWorklist(call);
    return shown.current ? refreshed(shown.current, beginning) : beginning;
  }, [call]);
  const { value, error, isLoading, reload, replace } = useLoaded(load);
  useEffect(() => {
    shown.current = value;
  }, [value]);
  useRefresh(reload);
  const all = useActions(reload);
  const now = useNow();
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<readonly WorklistRow[]>([]);
  const [isGrouping, setGrouping] = useState(false);
  const [paging, setPaging] = useState<unknown>();
  const [declining, setDeclining] = useState<WorklistRow>();
  const [isHelping, setHelping] = useState(false);
  const [hasKeys, setKeys] = useShortcuts();
  const list = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();

  const { rows: waiting, isAll } = useMemo(
    () => (value ? merged(value) : { rows: [], isAll: true }),
    [value],
  );
  const acted = useMemo(() => current(all.acted, waiting, now), [all.acted, waiting, now]);
  const actions = { ...all, acted };
  const every = useMemo(() => withActed(waiting, acted), [waiting, acted]);
  const pages = Math.max(1, Math.ceil(every.length / pageSize));
  const at = Math.min(page, pages);
  const rows = every.slice((at - 1) * pageSize, at * pageSize);
  const group = chosen.flatMap((one) => {
    const row = every.find((other) => rowKey(other) === rowKey(one));
    return row && mayChoose(row, actions.acted) ? [row] : [];
  });
  const isOneJob = new Set(group.map(({ jobId }) => jobId)).size <= 1;

  const turn = async (next: number) => {
    setPaging(undefined);
    try {
      const isMissing = value && next * pageSize > every.length && !isAll;
      const known = isMissing ? await fetchPages(call, value, next) : undefined;
      // A page is drawn bit by bit: who scrolls or types meanwhile is not kept waiting.
      startTransition(() => {
        if (known) replace(known);
        setPage(next);
      });
    } catch (error) {
      setPaging(error);
    }
  };

  const turnedTo = useRef(at);
  useEffect(() => {
    if (turnedTo.current !== at) focusRow(list);
    turnedTo.current = at;
  }, [at]);

  const isReady = value !== undefined;
  useEffect(() => {
    // Whoever has just arrived and pressed nothing yet can begin with j and k.
    if (isReady && document.activeElement === document.body) focusRow(list);
  }, [isReady]);

  const close = () => {
    const key = declining ? rowKey(declining) : group[0] && rowKey(group[0]);
    setDeclining(undefined);
    setGrouping(false);
    if (key !== undefined) focusRow(list, key);
  };
  const decline = (row: WorklistRow) => {
    if (row.kind !== 'shortlist' || row.gateId === undefined) return;
    const key = draftKey(row.applicationId, row.gateId);
    drafts.put(key, { ...drafts.of(key), outcome: 'declined' });
    // A phone has no room for a panel beside the list, and below it would show one line of the form.
    if (isNarrow) navigate(addressOf.decide(row.applicationId, row.gateId));
    else setDeclining(row);
  };
  const answered = (row: WorklistRow, answer: Answer) => {
    if (answer.kind !== 'pending') {
      actions.took(row, answer);
      close();
    }
    void reload();
  };
  const isBeside = declining !== undefined || (isGrouping && group.length > 0 && isOneJob);
  useSplitPanel(
    declining
      ? {
          content: (
            <DeclinePanel
              key={rowKey(declining)}
              row={declining}
              onAnswer={(answer) => answered(declining, answer)}
              onClose={close}
            />
          ),
          onClose: close,
        }
      : isGrouping && group.length > 0 && isOneJob
        ? {
            content: (
              <GroupPanel
                rows={group}
                onClose={close}
                onDecline={(decision) => {
                  close();
                  setChosen([]);
                  void actions.decline(group, decision);
                }}
              />
            ),
            onClose: close,
          }
        : undefined,
  );

  const choose = (row: WorklistRow) => {
    if (!mayChoose(row, actions.acted)) return;
    const others = group.filter((one) => rowKey(one) !== rowKey(row));
    setChosen(others.length === group.length ? [...group, row] : others);
  };

  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const hit = hasKeys ? pressed(event) : undefined;
    const row = hit && rows.find((one) => rowKey(one) === hit.row);
    if (hit === undefined || row === undefined) return;
    const moves: Readonly<Record<string, () => void>> = {
      j: () => moveFocus(list, hit.row, 1),
      k: () => moveFocus(list, hit.row, -1),
      s: () => void actions.shortlist(row),
      d: () => decline(row),
      u: () => void actions.undo(row),
      x: () => choose(row),
      '?': () => setHelping(true),
    };
    const move = moves[hit.key];
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
        {paging !== undefined && <Failed error={paging} onRetry={() => void turn(at + 1)} />}
        <LiveRegion hidden>{said && `${said.row.candidateName}: ${said.progress.words}`}</LiveRegion>
        {value === undefined && error === undefined && <Loading />}
        {value !== undefined && rows.length === 0 && <Nobody next={nextElsewhere(value)} />}
        {rows.length > 0 && (
          <div ref={list} onKeyDown={onKey}>
            <List
              rows={rows}
              actions={actions}
              onDecline={decline}
              chosen={group}
              onChoose={setChosen}
              isBeside={isBeside}
              header={
                <Header
                  counter={isAll ? `(${every.length})` : `(${every.length}+)`}
                  actions={
                    <Button disabled={group.length === 0 || !isOneJob} onClick={() => setGrouping(true)}>
                      {group.length === 0 ? 'Decline together' : `Decline ${group.length} together`}
                    </Button>
                  }
                  {...(!isOneJob && { description: 'Choose people of one job: reasons belong to a job.' })}
                >
                  Due
                </Header>
              }
              footer={
                (pages > 1 || !isAll) && (
                  <Pagination
                    currentPageIndex={at}
                    pagesCount={pages}
                    openEnd={!isAll}
                    ariaLabels={pagingLabels}
                    onChange={({ detail }) => void turn(detail.currentPageIndex)}
                    onNextPageClick={({ detail }) => {
                      if (!detail.requestedPageAvailable) void turn(detail.requestedPageIndex);
                    }}
                  />
                )
              }
            />
          </div>
        )}
      </SpaceBetween>
      <Toast actions={actions} />
      {isHelping && <ShortcutsHelp isOn={hasKeys} onSwitch={setKeys} onClose={() => setHelping(false)} />}
    </Page>
  );
}

const pagingLabels = {
  paginationLabel: 'Pages of what is due',
  nextPageLabel: 'Next page',
  previousPageLabel: 'Previous page',
  pageLabel: (page: number) => `Page ${page}`,
};
