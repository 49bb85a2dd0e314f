import '@xyflow/react/dist/base.css';
import './graph.css';
import { Background, Controls, Handle, MarkerType, Position, ReactFlow, useReactFlow } from '@xyflow/react';
import type { Edge, Node, NodeProps, ReactFlowInstance } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { draw } from './layout.ts';
import type { Box } from './layout.ts';
import type { Block, StateNode, Way } from './machine.ts';

/** What is said of a state besides its name. */
export interface Marks {
  readonly selected: string | undefined;
  /** The states somebody is in at the moment that is looked at. */
  readonly current: ReadonlySet<string>;
  /** The states it went through on the way there, in the same instant. */
  readonly passed: ReadonlySet<string>;
  /** States that something is wrong with. */
  readonly wrong: ReadonlySet<string>;
  /** How many applications are in a state now. */
  readonly counts: ReadonlyMap<string, number>;
}

interface GraphProps {
  readonly label: string;
  readonly machine: Block;
  readonly marks: Marks;
  readonly showsErrors: boolean;
  readonly onSelect: (state: string) => void;
}

type StateBox = Node<{ state: StateNode; isStart: boolean; marks: Marks }, 'state'>;

/** So large that names can be read; the whole of a machine is one button away. */
const readable = 0.8;

/** Pixels above the start. */
const margin = 24;

const nodeTypes = { state: State };
const colour = { next: 'var(--way)', choice: 'var(--way)', default: 'var(--way)', catch: 'var(--way-error)' };

/** A machine as boxes and arrows, to look at. Who cannot see it has the list of the same states. */
export function Graph({ label, machine, marks, showsErrors, onSelect }: GraphProps) {
  const drawing = useMemo(() => draw(machine), [machine]);
  const nodes = useMemo(
    () => drawing.boxes.map((box) => nodeOf(box, machine.startAt, marks)),
    [drawing, machine, marks],
  );
  const edges = useMemo(
    () => drawing.ways.filter(({ kind }) => showsErrors || kind !== 'catch').map(edgeOf),
    [drawing, showsErrors],
  );
  const place = useRef<HTMLDivElement>(null);
  /** Shows the start at the top, where one begins to read. */
  const begin = ({ setCenter }: ReactFlowInstance<StateBox>) => {
    const start = drawing.boxes.find(({ state }) => state.name === machine.startAt);
    const half = (place.current?.clientHeight ?? 0) / 2;
    if (start)
      void setCenter(start.x + start.width / 2, start.y + (half - margin) / readable, { zoom: readable });
  };
  return (
    <div className="graph" role="group" aria-label={label} ref={place}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        zoomOnScroll={false}
        preventScrolling={false}
        onInit={begin}
        minZoom={0.1}
        onNodeClick={(_, node) => onSelect(node.id)}
      >
        <Background />
        <Controls showInteractive={false} fitViewOptions={{ padding: 0.05 }} />
        <Follow states={followed(marks)} />
      </ReactFlow>
    </div>
  );
}

/** Where the journey is and how it got there; else what somebody chose. */
function followed({ current, passed, selected }: Marks): string[] {
  if (current.size + passed.size > 0) return [...new Set([...current, ...passed])];
  return selected === undefined ? [] : [selected];
}

/** Keeps the states that matter in the middle. */
function Follow({ states }: { states: readonly string[] }) {
  const { fitView } = useReactFlow();
  const key = states.join('\n');
  useEffect(() => {
    const nodes = key.split('\n').map((id) => ({ id }));
    if (key !== '') void fitView({ nodes, padding: 0.05, minZoom: 0.25, maxZoom: readable });
  }, [fitView, key]);
  return null;
}

function nodeOf({ state, x, y, width, height, within }: Box, startAt: string, marks: Marks): StateBox {
  return {
    id: state.name,
    type: 'state',
    position: { x, y },
    width,
    height,
    data: { state, isStart: state.name === startAt, marks },
    ...(within !== undefined && { parentId: within }),
  };
}

const edgeOf = ({ from, to, kind }: Way): Edge => ({
  id: JSON.stringify([from, to]),
  source: from,
  target: to,
  className: `way way-${kind}`,
  markerEnd: { type: MarkerType.ArrowClosed, color: colour[kind] },
});

function State({ data: { state, isStart, marks } }: NodeProps<StateBox>) {
  const { name, type, blocks, isEnd } = state;
  const count = marks.counts.get(name) ?? 0;
  const classes = [
    'state',
    `state-${type.toLowerCase()}`,
    blocks.length > 0 && 'state-holds',
    isStart && 'state-start',
    isEnd && 'state-end',
    marks.selected === name && 'state-selected',
    marks.current.has(name) && 'state-current',
    marks.passed.has(name) && 'state-passed',
    marks.wrong.has(name) && 'state-wrong',
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span className="state-name">{name}</span>
      <span className="state-kind">
        {marks.wrong.has(name) ? '✗ ' : ''}
        {type}
        {isStart ? ', start' : ''}
      </span>
      {count > 0 && <span className="state-count">{count}</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}
