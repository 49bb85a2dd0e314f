import type { Rule } from '../view.ts';

const year = 366 * 86_400_000;

/** That nothing goes on for ever is for the search to say, which sees the whole of it. */
export const ends: Rule = {
  number: 8,
  title: 'every wait ends: in all under a year, and under 25,000 events',
  onSettled: ({ world, nextTimer }) => {
    const { execution } =
      Object.values(world.executions).find((one) => one.execution.status === 'TIMED_OUT') ?? {};
    if (execution) return `${execution.machineName} ran until its own time was over`;
    return nextTimer !== undefined && nextTimer - world.now > year
      ? `nothing happens until ${new Date(nextTimer).toISOString()}`
      : undefined;
  },
};
