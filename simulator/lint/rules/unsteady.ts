import type { Rule } from '../subject.ts';
import { isUnsteady } from '../values/functions.ts';
import { callsIn } from '../values/syntax.ts';

/** Clocks and random numbers: what they give cannot be simulated, replayed or compared. */
export const unsteady: Rule = ({ expressions }) =>
  expressions.flatMap(({ syntax, path }) =>
    [...callsIn(syntax)].filter(isUnsteady).map((name) => ({
      rule: 'clock-read',
      path,
      message: `$${name}() gives something else each time: nobody can foresee what the machine does.`,
      mend: 'For the time write $states.context.State.EnteredTime; for a deadline take an instant that a step gave.',
    })),
  );
