import type { Application } from './application.ts';

/**
 * One execution of an application's journey. A journey that could not go on is taken up again as the next run,
 * which finds everything done that was done; its name is that of its execution and begins those of its children.
 */
export const firstRun = 1;

/** The run an application is in. */
export function currentRun({ run }: Pick<Application, 'run'>): number {
  return run ?? firstRun;
}

/** The name of a run's execution: the application's id, from the second run on with its number. */
export function runName(applicationId: string, run: number): string {
  return run === firstRun ? applicationId : `${applicationId}-${run}`;
}

/** Which run of the application a name means, or undefined when it names something else. */
export function runNamed(applicationId: string, name: string): number | undefined {
  if (name === applicationId) return firstRun;
  if (!name.startsWith(`${applicationId}-`)) return undefined;
  const number = name.slice(applicationId.length + 1);
  return /^(?:[2-9]|[1-9]\d{1,3})$/.test(number) ? Number(number) : undefined;
}

const minutes = [15, 60, 240, ...Array.from({ length: 14 }, () => 24 * 60)];

/**
 * When a stalled journey is taken up again by itself, should nobody have done it before: a quarter of an hour, an hour and
 * four hours after its first, second and third end, then a day after each for a fortnight, so that an outage heals without
 * anybody's help, one of days too. Undefined after that.
 */
export function takenUpAt(run: number, stalledAt: string): string | undefined {
  const pause = minutes[run - firstRun];
  return pause === undefined ? undefined : new Date(Date.parse(stalledAt) + pause * 60_000).toISOString();
}
