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
import { moment } from '../time/words.ts';
import { promised, taskWords } from '../words/gates.ts';
import { nameOf } from '../words/people.ts';
import { rowMark } from './keys.ts';
import { rowKey } from './queues.ts';
import { RowAction } from './row-action.tsx';
import type { Actions } from './progress.ts';

const owed = ({ kind, task }: WorklistRow): string =>
  kind === 'task' ? (task === undefined ? 'Task' : taskWords[task]) : promised[kind];

function Applicant({ row }: { row: WorklistRow }) {
  return (
    <span {...{ [rowMark]: rowKey(row) }}>
      <PageLink to={addressOf.application(row.applicationId)}>{row.candidateName}</PageLink>
    </span>
  );
}

interface ListProps {
  readonly rows: readonly WorklistRow[];
  readonly actions: Actions;
  readonly onDecline: (row: WorklistRow) => void;
  readonly header: ReactNode;
  readonly footer: ReactNode;
}

/** What waits, most urgent first: a table, or cards where a table has no room. */
export function List({ rows, actions, onDecline, header, footer }: ListProps) {
  const isNarrow = useIsNarrow();
  const act = (row: WorklistRow) => <RowAction row={row} actions={actions} onDecline={onDecline} />;
  if (isNarrow)
    return (
      <SpaceBetween size="m">
        <Cards
          items={rows}
          trackBy={rowKey}
          header={header}
          ariaLabels={{
            itemSelectionLabel: (_, row) => row.candidateName,
            selectionGroupLabel: 'What is due',
          }}
          cardDefinition={{
            header: (row) => <Applicant row={row} />,
            sections: [
              {
                id: 'due',
                content: (row) => (
                  <>
                    <Due at={row.due} /> · {owed(row)}
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
      ariaLabels={{ tableLabel: 'What is due' }}
      columnDefinitions={[
        { id: 'due', header: 'Due', cell: (row) => <Due at={row.due} />, width: 140, minWidth: 140 },
        {
          id: 'applicant',
          header: 'Applicant',
          cell: (row) => <Applicant row={row} />,
          isRowHeader: true,
          minWidth: 140,
        },
        { id: 'job', header: 'Job', cell: (row) => row.jobTitle, minWidth: 140 },
        {
          id: 'owed',
          header: 'Promise',
          cell: (row) => (
            <>
              {owed(row)}
              <Box color="text-body-secondary" fontSize="body-s">
                by {moment(row.due)} · {nameOf(row.owner)}
              </Box>
            </>
          ),
          minWidth: 200,
        },
        { id: 'action', header: 'Action', cell: act, width: 280 },
      ]}
      footer={footer}
    />
  );
}
