import type { Execution } from '../../asl/execution.ts';
import type { Machines } from '../../what-if/model/machines.ts';
import { needsAttention } from '../view.ts';
import type { Rule, Settled } from '../view.ts';

export const caught: Rule = {
  number: 9,
  title: 'every error is caught on purpose',
  onSettled: ({ world, machines, faulted, table }) => {
    const failed = Object.values(world.executions).filter(({ execution }) => execution.status === 'FAILED');
    for (const { execution } of failed) {
      const state = stateOf(execution);
      const { machineName, error = 'no error' } = execution;
      if (!faulted) return `${machineName} fails in '${state}' with ${error}, and nothing was wrong`;
      if (!isFail(machines, machineName, state))
        return `${machineName} ends with ${error} in '${state}', which nobody catches`;
    }
    const hidden = stalled(table).find((name) => over(world, name));
    if (hidden !== undefined) return 'what could not go on ends as if nothing had happened';
    return !faulted && needsAttention(table)
      ? 'HR is asked to look after the application, and nothing was wrong'
      : undefined;
  },
};

/** Names of the executions that HR was asked to look after: that one failed is how the rest of the system knows. */
const stalled = ({ tasks, application: { applicationId }, questions }: Settled['table']): string[] => {
  const names = [
    applicationId,
    ...Object.keys(questions).map((questionId) => `${applicationId}-${questionId}`),
  ];
  return Object.values(tasks).flatMap(({ task, subject }) =>
    task === 'attention' && names.includes(subject) ? [subject] : [],
  );
};

const over = ({ executions }: Settled['world'], name: string): boolean =>
  Object.values(executions).some(
    ({ execution }) => execution.name === name && execution.status === 'SUCCEEDED',
  );

const stateOf = ({ threads }: Execution): string =>
  Object.values(threads).find(({ parent }) => parent === undefined)?.state ?? 'no state';

const isFail = (machines: Machines, machine: string, state: string): boolean =>
  machines.get(machine)?.states.get(state)?.type === 'Fail';
