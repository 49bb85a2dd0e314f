import { type JsonObject, isJsonObject } from '../../asl/json.ts';
import { type MachineView, type StateView, memberAt } from '../definition/view.ts';
import type { Path, Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import { expressionsOf, syntaxOf } from '../values/expressions.ts';
import { isMadeFrom } from '../values/made-from.ts';
import { type Reference, referencesIn } from '../values/syntax.ts';

/** What a machine starts, against what that machine reads of its input. */
export const childInputs: Rule = ({ calls, named }) =>
  [...calls].flatMap(([state, { machine, arguments: given }]): Problem[] => {
    const child = machine === undefined ? undefined : named(machine)?.machine;
    const input = given['Input'];
    if (!child || !isJsonObject(input)) return [];
    return [...inputOf(child)]
      .filter(([name]) => memberAt(input, name) === undefined)
      .map(([name]) => ({
        rule: 'child-input',
        path: [...state.path, 'Arguments', 'Input'],
        message: `${machine} reads '${name}' of its input, which is not given here.`,
        mend: `Add "${name}" to the Input.`,
      }));
  });

/** A child has a name of its own, made from the name of the run: a retry then starts no second one. */
export const childNames: Rule = ({ calls }) =>
  [...calls].flatMap(([state, { action, arguments: given }]): Problem[] =>
    action !== 'startExecution' || isMadeFrom(syntaxOf(given['Name']), isRun)
      ? []
      : [
          {
            rule: 'child-name',
            path: [...state.path, 'Arguments', 'Name'],
            message: `What '${state.name}' starts has no name made from the run's: tried again, it would run twice.`,
            mend: 'Write "Name": "{% $run & \'-…\' %}", unique within the journey and the same on every try.',
          },
        ],
  );

/** What tells executions of one run of a journey, or of a question, from all others. */
const isRun = ({ variable, steps }: Reference): boolean => variable === 'run' && steps.length === 0;

/** A machine gives up no earlier than each one that it waits for. */
export const childTimeouts: Rule = ({ machine: { fields }, calls, named }) =>
  [...calls].flatMap(([state, { machine, waitsForEnd }]): Problem[] => {
    const own = secondsIn(fields);
    const childs = machine === undefined ? undefined : secondsIn(named(machine)?.machine.fields);
    if (!waitsForEnd || own === undefined || childs === undefined || own >= childs) return [];
    return [
      {
        rule: 'child-timeout',
        path: ['TimeoutSeconds'],
        message: `The machine gives up after ${own} s, but '${state.name}' waits for ${machine}, which may take ${childs} s.`,
        mend: `Make TimeoutSeconds at least ${childs}.`,
      },
    ];
  });

function secondsIn(fields: JsonObject | undefined): number | undefined {
  const seconds = fields?.['TimeoutSeconds'];
  return typeof seconds === 'number' ? seconds : undefined;
}

/** What a machine reads of its own input, against what it can be given. */
export const ownInput: Rule = (subject) => {
  const { machine, context } = subject;
  const given = started(subject) ? undefined : context.entryInput.get(subject.name);
  return [
    ...[...inputOf(machine)]
      .filter(([name]) => given?.includes(name) === false)
      .map(([name, path]) => missing(path, name, given ?? [])),
    ...machine.states.flatMap(itemInput),
  ];
};

/** The first state inside of a Map gets what ItemSelector makes, and nothing else. */
function itemInput(state: StateView): Problem[] {
  const selector = state.block.within?.fields['ItemSelector'];
  if (!isJsonObject(selector) || state.name !== state.block.startAt) return [];
  return [...inputsRead(state)]
    .filter(([name]) => memberAt(selector, name) === undefined)
    .map(([name, path]) => missing(path, name, Object.keys(selector)));
}

function missing(path: Path, name: string, there: readonly string[]): Problem {
  return {
    rule: 'unknown-field',
    path,
    message: `$states.input has no '${name}' here.`,
    mend: `It has ${there.join(', ')}.`,
  };
}

/** Whether a machine starts this one. */
function started({ name, context, named }: Subject): boolean {
  return [...context.definitions.keys()].some((parent) =>
    [...(named(parent)?.calls.values() ?? [])].some(({ machine }) => machine === name),
  );
}

/** The members of its input that a machine reads, each with the first place. */
function inputOf(machine: MachineView): Map<string, Path> {
  const start = machine.block.states.get(machine.block.startAt);
  return start ? inputsRead(start) : new Map();
}

function inputsRead(state: StateView): Map<string, Path> {
  const read = new Map<string, Path>();
  for (const { syntax, path } of expressionsOf(state))
    for (const { variable, steps } of referencesIn(syntax)) {
      const [first, name] = steps;
      if (variable === 'states' && first === 'input' && name !== undefined && !read.has(name))
        read.set(name, path);
    }
  return read;
}
