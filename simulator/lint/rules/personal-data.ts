import { type Json, isJsonObject } from '../../asl/json.ts';
import { objectsOf } from '../definition/view.ts';
import type { Path, Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import { syntaxOf } from '../values/expressions.ts';
import { assignedTo } from '../values/sources.ts';
import { type Reference, referencesIn } from '../values/syntax.ts';

/** What an execution may be given, besides ids: the run's name, kinds, instants, and Step Functions' own link. */
const INPUT = new Set([
  'run',
  'kind',
  'subject',
  'from',
  'at',
  'until',
  'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID',
]);

/** What an event may say, besides ids. */
const DETAIL = new Set(['machine', 'state', 'error', 'kind', 'at']);

/** Words in the name of a field that holds something about a person. */
const PERSONAL = new Set(
  `name names firstname lastname fullname surname email mail phone telephone mobile address cv resume birth birthday
  age gender salary text note notes comment answers question feedback candidate applicant person reasons`.split(
    /\s+/,
  ),
);

/** Ids whose name has such a word in it. */
const IDS = new Set(['questionId']);

/** Inputs, names of executions, events and causes stay in a history for ninety days: ids, kinds, instants only. */
export const personalData: Rule = (subject) => [
  ...[...subject.calls].flatMap(([state, { action, arguments: given }]): Problem[] => {
    const path = [...state.path, 'Arguments'];
    if (action === 'startExecution')
      return [
        ...members(subject, given['Input'], [...path, 'Input'], INPUT),
        ...revealing(subject, given['Name'], [...path, 'Name']),
      ];
    if (action !== 'putEvents') return [];
    return objectsOf(given['Entries']).flatMap(([entry, index]) =>
      members(subject, entry['Detail'], [...path, 'Entries', index, 'Detail'], DETAIL),
    );
  }),
  ...subject.machine.states
    .filter(({ type }) => type === 'Fail')
    .flatMap((state) => revealing(subject, state.fields['Cause'], [...state.path, 'Cause'])),
];

function members(
  subject: Subject,
  value: Json | undefined,
  path: Path,
  allowed: ReadonlySet<string>,
): Problem[] {
  if (!isJsonObject(value))
    return [personal(path, 'What goes in here is not written out, so nobody can tell what it holds.')];
  return Object.entries(value).flatMap(([name, item]) => {
    const plain = allowed.has(name) || (name.endsWith('Id') && !isPersonal(name));
    return plain
      ? revealing(subject, item, [...path, name])
      : [personal([...path, name], `'${name}' is no id, kind or instant.`)];
  });
}

/** Expressions that read something about a person, or a whole of which nobody knows what it holds. */
function revealing(subject: Subject, value: Json | undefined, path: Path): Problem[] {
  if (isJsonObject(value)) return [personal(path, 'It holds more than one value.')];
  const found = referencesIn(syntaxOf(value)).find((reference) => reveals(subject, reference, []));
  return found
    ? [personal(path, `$${[found.variable, ...found.steps].join('.')} may hold something about a person.`)]
    : [];
}

function reveals(subject: Subject, { variable, steps }: Reference, followed: readonly string[]): boolean {
  if (variable !== 'states') {
    if (steps.some(isPersonal) || isPersonal(variable)) return true;
    if (followed.includes(variable)) return false;
    return assignedTo(subject, variable).some(({ value }) =>
      referencesIn(syntaxOf(value)).some((inner) =>
        reveals(subject, { ...inner, steps: [...inner.steps, ...steps] }, [...followed, variable]),
      ),
    );
  }
  const [first, ...rest] = steps;
  if (first === 'context') return rest.join('.') === 'Execution.Input' || rest.slice(2).some(isPersonal);
  if (first === 'errorOutput') return rest[0] !== 'Error';
  return rest.length === 0 || rest.some(isPersonal);
}

function isPersonal(name: string): boolean {
  if (IDS.has(name)) return false;
  return name.split(/(?=[A-Z])|[_-]/).some((word) => PERSONAL.has(word.toLowerCase()));
}

function personal(path: Path, message: string): Problem {
  return {
    rule: 'personal-data',
    path,
    message: `${message} A history is kept for 90 days and cannot be erased.`,
    mend: 'Pass ids, kinds and instants only; a step reads the rest from the store.',
  };
}
