import type { Cell } from './csv.ts';
import { summaryOf } from './summary.ts';
import type { Summary } from './summary.ts';
import type { Counts } from './counters.ts';

interface Column {
  readonly name: string;
  readonly of: (summary: Summary) => number;
}

const columnsOf = (empty: Summary): Column[] => [
  { name: 'applications', of: ({ applications }) => applications },
  { name: 'acknowledged', of: ({ acknowledged }) => acknowledged.n },
  ...empty.promises.flatMap(({ kind }, place) =>
    (['made', 'kept', 'broken'] as const).map((what) => ({
      name: `${kind} promises ${what}`,
      of: ({ promises }: Summary) => promises[place]?.[what] ?? 0,
    })),
  ),
  { name: 'interviews held', of: ({ feedback }) => feedback.held },
  { name: 'feedback delivered', of: ({ feedback }) => feedback.delivered },
  ...empty.scores.flatMap(({ outcome }, place) =>
    (['n', 'sum'] as const).map((what) => ({
      name: what === 'n' ? `scores of ${outcome}` : `sum of scores of ${outcome}`,
      of: ({ scores }: Summary) => scores[place]?.[what] ?? 0,
    })),
  ),
  { name: 'offers issued', of: ({ offers }) => offers.issued },
  { name: 'offers redeemed', of: ({ offers }) => offers.redeemed },
  { name: 'questions answered', of: ({ questionsAnswered }) => questionsAnswered },
  { name: 'referrals', of: ({ referrals }) => referrals },
];

/** The record as a table: a heading, then a line for each day with all its counts. */
export function tableOf(days: readonly { readonly day: string; readonly counts: Counts }[]): Cell[][] {
  const columns = columnsOf(summaryOf({}));
  return [
    ['day', ...columns.map(({ name }) => name)],
    ...days.map(({ day, counts }): Cell[] => {
      const summary = summaryOf(counts);
      return [day, ...columns.map(({ of }) => of(summary))];
    }),
  ];
}
