import type { Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import type { Placed } from '../values/expressions.ts';
import { rootOf } from '../values/infer.ts';
import { follow, textsAllowed } from '../values/schema.ts';
import { isSyntax, literalOf, ownVariables, partsOf, referenceOf, referencesIn } from '../values/syntax.ts';
import type { Syntax } from '../values/syntax.ts';

/** Fields that no answer of a step or child machine has. */
export const unknownFields: Rule = (subject) =>
  subject.expressions.flatMap(({ state, syntax, path }) => {
    const own = ownVariables(syntax);
    return referencesIn(syntax).flatMap((reference): Problem[] => {
      const root = own.has(reference.variable) ? undefined : rootOf(subject, reference, state);
      const found = root && follow(root.schema, root.steps);
      if (!found || 'schema' in found) return [];
      return [
        {
          rule: 'unknown-field',
          path,
          message: `$${[reference.variable, ...reference.steps].join('.')}: there is no '${found.missing}' on every way this value comes.`,
          mend: `There is ${found.known.join(', ') || 'nothing'}.`,
        },
      ];
    });
  });

/** Comparisons with a text that the value never is: the branch is never taken. */
export const neverTrue: Rule = (subject) =>
  subject.expressions.flatMap((placed) =>
    [...partsOf(placed.syntax)].flatMap((part) => impossible(subject, placed, part)),
  );

function impossible(subject: Subject, { state, path }: Placed, part: Syntax): Problem[] {
  if (part.type !== 'binary' || (part.value !== '=' && part.value !== '!=')) return [];
  const sides = [part['lhs'], part['rhs']];
  const text = sides.map(literalOf).find((literal) => typeof literal === 'string');
  const reference = sides.filter(isSyntax).map(referenceOf).find(Boolean);
  const root = reference?.exact ? rootOf(subject, reference, state) : undefined;
  const found = root && follow(root.schema, root.steps);
  const allowed = found && 'schema' in found ? textsAllowed(found.schema) : undefined;
  if (!allowed || text === undefined || allowed.has(text)) return [];
  return [
    {
      rule: 'never-true',
      path,
      message: `$${[reference?.variable, ...(reference?.steps ?? [])].join('.')} is never '${text}'.`,
      mend: `It is one of ${[...allowed].join(', ')}.`,
    },
  ];
}
