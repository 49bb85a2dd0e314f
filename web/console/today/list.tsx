import Box from '@cloudscape-design/components/box';
import Cards from '@cloudscape-design/components/cards';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { Due } from '../shell/due.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { useIsNarrow } from '../shell/narrow.ts';
import { addressOf } from '../shell/router.ts';
import { clockTime, moment } from '../time/words.ts';
import { promised, taskWords } from '../words/gates.ts';
import { nameOf } from '../words/people.ts';
import { rowMark } from './keys.ts';
import { rowKey } from './queues.ts';
import { RowAction } from './row-action.tsx';
import type { Actions } from './progress.ts';

function owed({ kind, task, question }: WorklistRow): string {
  if (kind === 'task') return task === undefined ? 'Task' : taskWords[task];
  return question?.wants === 'call' ? 'A call' : promised[kind];
}

/** When to call, if they chose; else by when it was promised. */
const by = ({ due, question }: WorklistRow): string =>
  question?.window === undefined
    ? `by ${moment(due)}`
    : `${moment(question.window.from)} to ${clockTime(question.window.to)}`;

function Applicant({ row }: { row: WorklistRow }) {
  return (
    <span {...{ [rowMark]: rowKey(row) }}>
      <PageLink to={addressOf.application(row.applicationId)}>{row.candidateName}</PageLink>
    </span>
  );
}

/** Only what waits for a shortlist decision, and is not decided here already, is declined in groups. */
export const mayChoose = (row: WorklistRow, acted: Actions['acted']): boolean =>
  row.kind === 'shortlist' && (acted.get(rowKey(row))?.progress.kind ?? 'failed') === 'failed';

const labels = {
  tableLabel: 'What is due',
  selectionGroupLabel: 'Choose who is declined together',
  allItemsSelectionLabel: () => 'Choose all on this page',
  itemSelectionLabel: (_: unknown, row: WorklistRow) => `Choose ${row.candidateName}`,
};

interface ListProps {
  readonly rows: readonly WorklistRow[];
  readonly actions: Actions;
  readonly onDecline: (row: WorklistRow) => void;
  /** Rows that are chosen to be declined together. */
  readonly chosen: readonly WorklistRow[];
  readonly onChoose: (rows: WorklistRow[]) => void;
  readonly header: ReactNode;
  readonly footer: ReactNode;
  /** Whether a panel stands beside it and leaves it little room. */
  readonly isBeside: boolean;
}

/** What waits, most urgent first: a table, or cards where a table has no room. */
export function List({ rows, actions, onDecline, chosen, onChoose, header, footer, isBeside }: ListProps) {
  const isNarrow = useIsNarrow();
  const choosing = {
    selectionType: 'multi',
    selectedItems: chosen,
    isItemDisabled: (row: WorklistRow) => !mayChoose(row, actions.acted),
    onSelectionChange: ({ detail }: { detail: { selectedItems: WorklistRow[] } }) =>
      onChoose(detail.selectedItems),
  } as const;
  const act = (row: WorklistRow) => <RowAction row={row} actions={actions} onDecline={onDecline} />;
  if (isNarrow)
    return (
      <SpaceBetween size="m">
        <Cards
          items={rows}
          trackBy={rowKey}
          header={header}
          {...choosing}
          ariaLabels={labels}
          cardDefinition={{
            header: (row) => <Applicant row={row} />,
            sections: [
              {
                id: 'due',
                content: (row) => (
                  <>
                    <Due at={row.due} /> · {owed(row)}
                    <Box color="text-body-secondary" fontSize="body-s">
                      {by(row)} · {nameOf(row.owner)}
                    </Box>
                  </>
                ),
              },
              { id: 'job', content: (row) => <Box color="text-body-secondary">{row.jobTitle}</Box> },
              { id: 'action', content: act },
            ],
          }}
        />
        {footer}
      </SpaceBetween>
    );
  return (
    <Table
      items={rows}
      trackBy={rowKey}
      header={header}
      stickyColumns={{ last: 1 }}
      stickyHeader
      wrapLines
      variant="container"
      {...choosing}
      ariaLabels={labels}
      columnDefinitions={[
        { id: 'due', header: 'Due', cell: (row) => <Due at={row.due} />, width: 150, minWidth: 130 },
        {
          id: 'applicant',
          header: 'Applicant',
          cell: (row) => <Applicant row={row} />,
          isRowHeader: true,
          minWidth: 120,
        },
        ...(isBeside
          ? []
          : [{ id: 'job', header: 'Job', cell: (row: WorklistRow) => row.jobTitle, minWidth: 110 }]),
        {
          id: 'owed',
          header: 'Promise',
          cell: (row) => (
            <>
              {owed(row)}
              <Box color="text-body-secondary" fontSize="body-s">
                {by(row)} · {nameOf(row.owner)}
              </Box>
            </>
          ),
          minWidth: 170,
        },
        {
          id: 'action',
          header: 'Action',
          cell: act,
          ...(isBeside ? { width: 200, minWidth: 190 } : { width: 280, minWidth: 250 }),
        },
      ]}
      footer={footer}
    />
  );
}
