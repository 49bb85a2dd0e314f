import type { Marks } from './graph.tsx';
import type { Block, StateNode, Way } from './machine.ts';

interface OutlineProps {
  readonly block: Block;
  readonly marks: Marks;
  readonly onSelect: (state: string) => void;
}

/** The graph as nested lists: for keys, and for whoever cannot see it. */
export function Outline({ block, marks, onSelect }: OutlineProps) {
  return (
    <ul className="states">
      {block.states.map((state) => (
        <li key={state.name}>
          <button
            type="button"
            aria-pressed={marks.selected === state.name}
            onClick={() => onSelect(state.name)}
          >
            {state.name}
          </button>{' '}
          {said(state, block, marks).join('; ')}
          {state.blocks.map((inner) => (
            <Outline key={inner.startAt} block={inner} marks={marks} onSelect={onSelect} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function said({ name, type, isEnd }: StateNode, { startAt, ways }: Block, marks: Marks): string[] {
  const count = marks.counts.get(name) ?? 0;
  const out = (...kinds: Way['kind'][]) => [
    ...new Set(ways.filter(({ from, kind }) => from === name && kinds.includes(kind)).map(({ to }) => to)),
  ];
  const [onward, afterErrors] = [out('next', 'choice', 'default'), out('catch')];
  return [
    type,
    ...(name === startAt ? ['the start'] : []),
    ...(onward.length > 0 ? [`then ${onward.join(' or ')}`] : []),
    ...(afterErrors.length > 0 ? [`after an error ${afterErrors.join(' or ')}`] : []),
    ...(isEnd ? ['an end'] : []),
    ...(count > 0 ? [`${count} in it now`] : []),
    ...(marks.current.has(name)
      ? ['the journey is here']
      : marks.passed.has(name)
        ? ['the journey has just passed it']
        : []),
    ...(marks.wrong.has(name) ? ['something is wrong with it'] : []),
  ];
}
