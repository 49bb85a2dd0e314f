import { type Json, isJsonObject } from '../../asl/json.ts';
import { isExpression } from '../../asl/template.ts';
import { edgesOf } from '../definition/edges.ts';
import { type MachineView, type StateView, memberAt } from '../definition/view.ts';
import type { Subject } from '../subject.ts';
import { syntaxOf } from './expressions.ts';
import { isSyntax, literalOf, referenceOf } from './syntax.ts';

/** A value and the state it is made in. */
export interface Source {
  readonly value: Json;
  readonly state: StateView;
}

/** Everything that is assigned to a variable anywhere in a machine. */
export function assignedTo({ machine }: Subject, variable: string): readonly Source[] {
  const known = assignments.get(machine) ?? assignmentsIn(machine);
  assignments.set(machine, known);
  return known.get(variable) ?? [];
}

/** Rules ask for the same variables again and again. */
const assignments = new WeakMap<MachineView, ReadonlyMap<string, readonly Source[]>>();

/** What is assigned to each variable of a machine. */
function assignmentsIn({ states }: MachineView): Map<string, Source[]> {
  const found = new Map<string, Source[]>();
  for (const state of states) {
    const own = isJsonObject(state.fields['Assign']) ? [state.fields['Assign']] : [];
    const assigns = new Set([...own, ...edgesOf(state).map(({ assign }) => assign)]);
    for (const [name, value] of [...assigns].flatMap((assign) => Object.entries(assign)))
      found.set(name, [...(found.get(name) ?? []), { value, state }]);
  }
  return found;
}

/** The member of the item that a Map gives to the first state inside of it. */
export function itemGiven({ block }: StateView, name: string): Source | undefined {
  const map = block.within;
  const selector = map?.fields['ItemSelector'];
  const value = isJsonObject(selector) ? memberAt(selector, name) : undefined;
  return map && value !== undefined ? { value, state: map } : undefined;
}

/** What a value can be, as far as it is written in the definition. */
export interface Literals {
  readonly values: ReadonlySet<Json>;
  /** Whether these are all. */
  readonly all: boolean;
}

const UNKNOWN: Literals = { values: new Set(), all: false };

/** The literals that a value in a state can be, through conditions and variables. */
export function literalsOf(subject: Subject, source: Source, followed: readonly string[] = []): Literals {
  const { value } = source;
  if (typeof value !== 'string' || !isExpression(value)) return { values: new Set([value]), all: true };
  return inSyntax(subject, syntaxOf(value), source.state, followed);
}

function inSyntax(
  subject: Subject,
  syntax: unknown,
  state: StateView,
  followed: readonly string[],
): Literals {
  const literal = literalOf(syntax);
  if (literal !== undefined) return { values: new Set([literal]), all: true };
  if (isSyntax(syntax) && syntax.type === 'condition')
    return union([syntax['then'], syntax['else']].map((part) => inSyntax(subject, part, state, followed)));
  const reference = referenceOf(syntax);
  if (!reference?.exact) return UNKNOWN;
  const { variable, steps } = reference;
  const [first, name = ''] = steps;
  if (variable === 'states' && first === 'input' && steps.length === 2) {
    const given = itemGiven(state, name);
    return given ? literalsOf(subject, given, followed) : UNKNOWN;
  }
  if (variable === 'states' || steps.length > 0 || followed.includes(variable)) return UNKNOWN;
  const sources = assignedTo(subject, variable);
  if (sources.length === 0) return UNKNOWN;
  return union(sources.map((source) => literalsOf(subject, source, [...followed, variable])));
}

function union(all: readonly Literals[]): Literals {
  return {
    values: new Set(all.flatMap(({ values }) => [...values])),
    all: all.every((one) => one.all),
  };
}
