import type { LintContext } from './context.ts';
import { type Call, callOf } from './definition/call.ts';
import { type Document, readDocument } from './definition/document.ts';
import { type MachineView, type StateView, viewOf } from './definition/view.ts';
import type { Problem } from './finding.ts';
import { type Placed, expressionsOf } from './values/expressions.ts';

/** A machine that rules look at. */
export interface Subject {
  readonly name: string;
  readonly machine: MachineView;
  readonly context: LintContext;
  /** Every expression of the machine that parses. */
  readonly expressions: readonly Placed[];
  /** What each Task calls. */
  readonly calls: ReadonlyMap<StateView, Call>;
  /** Another machine, or undefined when there is none of that name that can be read. */
  readonly named: (name: string) => Subject | undefined;
}

/** One thing that definitions must keep to. */
export type Rule = (subject: Subject) => Problem[];

/** The machine of a document; undefined when it has no states. Each other machine is read once, when asked for. */
export function subjectOf(name: string, document: Document, context: LintContext): Subject | undefined {
  const read = new Map<string, Subject | undefined>();
  const named = (other: string): Subject | undefined => {
    const text = context.definitions.get(other);
    if (!read.has(other) && text !== undefined) read.set(other, make(other, readDocument(text)));
    return read.get(other);
  };
  const make = (own: string, { value }: Document): Subject | undefined => {
    const machine = viewOf(value);
    if (!machine) return undefined;
    const tasks = machine.states.filter(({ type }) => type === 'Task');
    return {
      name: own,
      machine,
      context,
      expressions: machine.states.flatMap(expressionsOf),
      calls: new Map(tasks.map((state) => [state, callOf(state, context.supplies)])),
      named,
    };
  };
  const subject = make(name, document);
  read.set(name, subject);
  return subject;
}
