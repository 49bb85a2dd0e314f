import { firstRun } from '../application/run.ts';

/** One execution of what sees to a question; one that could not go on is taken up again as the next run. */
export interface QuestionRun {
  readonly applicationId: string;
  readonly questionId: string;
  readonly run: number;
}

/** The name of a run's execution: both ids, from the second run on with its number. */
export function questionRunName({ applicationId, questionId, run }: QuestionRun): string {
  const ids = `${applicationId}-${questionId}`;
  return run === firstRun ? ids : `${ids}-${run}`;
}

/** Which run of which of the application's questions a name means, or undefined when it names something else. */
export function questionRunNamed(applicationId: string, name: string): QuestionRun | undefined {
  const [application, questionId = '', number, ...more] = name.split('-');
  if (application !== applicationId || questionId.length !== 26 || more.length > 0) return undefined;
  if (number === undefined) return { applicationId, questionId, run: firstRun };
  return /^(?:[2-9]|[1-9]\d{1,3})$/.test(number)
    ? { applicationId, questionId, run: Number(number) }
    : undefined;
}
