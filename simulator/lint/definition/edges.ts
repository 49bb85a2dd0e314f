import { type Json, type JsonObject, isJsonObject } from '../../asl/json.ts';
import type { Path } from '../finding.ts';
import { type BlockView, type StateView, objectsOf, textOf, textsOf } from './view.ts';

/** A way from one state to another. */
export interface Edge {
  readonly from: StateView;
  readonly to: string;
  readonly kind: 'next' | 'choice' | 'default' | 'catch';
  /** What is assigned on this way. */
  readonly assign: JsonObject;
  /** Of a Choice rule or a Catch: its place in the list. */
  readonly index: number;
  /** Of a Catch: the errors it takes. */
  readonly errors: readonly string[];
  readonly path: Path;
}

/** Every way out of a state. A Choice's own Assign belongs to its Default, a Task's own to its success. */
export function edgesOf(from: StateView): Edge[] {
  const { fields, path } = from;
  const plain = (to: Json | undefined, kind: 'next' | 'default', field: string): Edge[] =>
    typeof to === 'string'
      ? [
          {
            from,
            to,
            kind,
            assign: members(fields['Assign']),
            index: 0,
            errors: [],
            path: [...path, field],
          },
        ]
      : [];
  const listed = (field: 'Choices' | 'Catch', kind: 'choice' | 'catch'): Edge[] =>
    objectsOf(fields[field]).map(([rule, index]) => ({
      from,
      to: textOf(rule['Next']),
      kind,
      assign: members(rule['Assign']),
      index,
      errors: textsOf(rule['ErrorEquals']),
      path: [...path, field, index, 'Next'],
    }));
  return [
    ...listed('Choices', 'choice'),
    ...plain(fields['Default'], 'default', 'Default'),
    ...plain(fields['Next'], 'next', 'Next'),
    ...listed('Catch', 'catch'),
  ];
}

/** Every way between two states of a block. */
export function edgesIn(block: BlockView): Edge[] {
  return [...block.states.values()].flatMap(edgesOf).filter(({ to }) => block.states.has(to));
}

function members(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
