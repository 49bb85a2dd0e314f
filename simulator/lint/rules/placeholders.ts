import type { Supply } from '../context.ts';
import { placeholderIn } from '../definition/call.ts';
import type { Json } from '../../asl/json.ts';
import { isJsonObject } from '../../asl/json.ts';
import { objectsOf } from '../definition/view.ts';
import type { Path, Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';

/** Placeholders that nothing fills in. */
export const placeholders: Rule = ({ machine, context }) =>
  [...texts(machine.fields, [])].flatMap(([path, text]) =>
    [...text.matchAll(/\$\{([^}]*)\}/g)].flatMap(([whole, name = '']): Problem[] =>
      context.supplies.has(name)
        ? []
        : [
            {
              rule: 'placeholder',
              path,
              message: `Nothing fills in ${whole}.`,
              mend: `There is ${[...context.supplies.keys()].map((known) => `\${${known}}`).join(', ')}.`,
            },
          ],
    ),
  );

const KIND = { step: 'a step', machine: 'a machine', bus: 'the event bus' } as const;

/** Places that take a placeholder of one kind: what a machine may call is granted from its placeholders. */
export const placeholderKinds: Rule = (subject) =>
  [...subject.calls].flatMap(([state, { action, arguments: given }]): Problem[] => {
    const path = [...state.path, 'Arguments'];
    if (action === 'invoke') return wrong(subject, given['FunctionName'], [...path, 'FunctionName'], 'step');
    if (action === 'startExecution')
      return wrong(subject, given['StateMachineArn'], [...path, 'StateMachineArn'], 'machine');
    if (action !== 'putEvents') return [];
    return objectsOf(given['Entries']).flatMap(([entry, index]) =>
      wrong(subject, entry['EventBusName'], [...path, 'Entries', index, 'EventBusName'], 'bus'),
    );
  });

function wrong({ context }: Subject, value: Json | undefined, path: Path, kind: Supply['kind']): Problem[] {
  const name = placeholderIn(value);
  const supply = context.supplies.get(name ?? '');
  // An unknown one is found above.
  if (supply?.kind === kind || (name !== undefined && !supply)) return [];
  return [
    {
      rule: 'placeholder',
      path,
      message: `Here stands the placeholder of ${KIND[kind]}: without it the machine has no permission to call it.`,
      mend: `Write one of ${[...context.supplies]
        .filter(([, one]) => one.kind === kind)
        .map(([known]) => `"\${${known}}"`)
        .join(', ')}.`,
    },
  ];
}

/** Steps that no machine uses any more; about all machines together. */
export function unusedSupplies(
  definitions: Iterable<string>,
  supplies: ReadonlyMap<string, Supply>,
): string[] {
  const all = [...definitions].join('\n');
  return [...supplies]
    .filter(([name, { kind }]) => kind !== 'machine' && !all.includes(`\${${name}}`))
    .map(([name]) => name);
}

function* texts(value: Json, path: Path): Generator<[Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (isJsonObject(value))
    for (const [name, item] of Object.entries(value)) yield* texts(item, [...path, name]);
}
