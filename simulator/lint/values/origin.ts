import { isExpression } from '../../asl/template.ts';
import type { StateView } from '../definition/view.ts';
import type { Subject } from '../subject.ts';
import { syntaxOf } from './expressions.ts';
import { assignedTo } from './sources.ts';
import { type Reference, literalOf, referenceOf } from './syntax.ts';

/** Where a value comes from: the result of a Task, or a literal. */
export type Origin =
  | { readonly state: StateView; readonly steps: readonly string[] }
  | { readonly literal: unknown };

/** Everything a reference can hold, or undefined when some of it comes from elsewhere. */
export function originsOf(
  subject: Subject,
  { variable, steps, exact }: Reference,
  state: StateView,
  followed: readonly string[] = [],
): Origin[] | undefined {
  if (!exact || followed.includes(variable)) return undefined;
  if (variable === 'states') {
    const [first, ...rest] = steps;
    return first === 'result' ? [{ state, steps: rest }] : undefined;
  }
  const all = assignedTo(subject, variable).map((source): Origin[] | undefined => {
    const { value } = source;
    if (typeof value !== 'string' || !isExpression(value)) return [{ literal: value }];
    const syntax = syntaxOf(value);
    const literal = literalOf(syntax);
    if (literal !== undefined) return [{ literal }];
    const reference = referenceOf(syntax);
    return (
      reference &&
      originsOf(subject, { ...reference, steps: [...reference.steps, ...steps] }, source.state, [
        ...followed,
        variable,
      ])
    );
  });
  const known = all.filter((origins) => origins !== undefined);
  return known.length === all.length && known.length > 0 ? known.flat() : undefined;
}
