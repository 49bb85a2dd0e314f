import type { Problem } from '../finding.ts';
import type { Rule } from '../subject.ts';
import { syntaxOf } from '../values/expressions.ts';
import { isSyntax, literalOf, partsOf } from '../values/syntax.ts';

/** Waits for an instant that last some time even when it is nearer: a second is the least that the service takes. */
export const longerWaits: Rule = ({ calls }) =>
  [...calls].flatMap(([{ name, path, fields }, { waitsForToken }]): Problem[] => {
    const least = waitsForToken ? leastIn(syntaxOf(fields['TimeoutSeconds'])) : 1;
    if (least <= 1) return [];
    return [
      {
        rule: 'token-timeout',
        path: [...path, 'TimeoutSeconds'],
        message: `'${name}' waits ${least} s even when what it waits for is due sooner: the candidate would hear too late.`,
        mend: 'Wait until the instant itself: write $max([1, …]).',
      },
    ];
  });

/** The highest constant that a number of seconds is raised to, through `$max` or a condition. */
function leastIn(syntax: unknown): number {
  const raised = [...partsOf(syntax)].flatMap((part): unknown[] => {
    if (part.type === 'condition') return [part['then'], part['else']];
    const procedure = part['procedure'];
    const isMax = part.type === 'function' && isSyntax(procedure) && procedure.value === 'max';
    return isMax ? itemsOf(part['arguments']) : [];
  });
  return Math.max(1, ...raised.map(literalOf).filter((literal) => typeof literal === 'number'));
}

/** What stands in the list that a function is given. */
function itemsOf(args: unknown): unknown[] {
  if (!Array.isArray(args)) return [];
  return args.flatMap((arg: unknown) =>
    isSyntax(arg) && Array.isArray(arg['expressions']) ? arg['expressions'] : [arg],
  );
}
