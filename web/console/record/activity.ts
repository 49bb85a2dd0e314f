import type { Summary } from '../../../domain/record/summary.ts';
import type { ServiceRecord } from './data.ts';

/** Whether all counts are zero: the first application changes one. */
export function isEmpty({
  applications,
  promises,
  feedback,
  scores,
  offers,
  questionsAnswered,
  referrals,
}: Summary): boolean {
  const counts = [
    applications,
    feedback.held,
    offers.issued,
    questionsAnswered,
    referrals,
    ...promises.flatMap(({ made, kept, broken }) => [made, kept, broken]),
    ...scores.map(({ n }) => n),
  ];
  return counts.every((count) => count === 0);
}

/** The weeks from the first in which something happened: nothing before it is worth a line. */
export function sinceFirst({ weeks }: Pick<ServiceRecord, 'weeks'>): ServiceRecord['weeks'] {
  const first = weeks.findIndex((week) => !isEmpty(week));
  return first === -1 ? [] : weeks.slice(first);
}
