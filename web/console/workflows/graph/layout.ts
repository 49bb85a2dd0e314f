import { Graph, layout } from '@dagrejs/dagre';
import type { Block, StateNode, Way } from './machine.ts';

/** Where a state is drawn, in pixels from the corner of what holds it. */
export interface Box {
  readonly state: StateNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The state that holds it. */
  readonly within: string | undefined;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
  readonly width: number;
  readonly height: number;
}

const plain = { width: 220, height: 56 };
/** Around what a state holds; on top is its own name. */
const frame = { top: 64, side: 16 };
const gap = 24;

/** Draws a block from top to bottom. What a state holds is drawn first, and then moved as one. */
export function draw(block: Block, within?: string): Drawing {
  const graph = new Graph().setGraph({ rankdir: 'TB', nodesep: 32, ranksep: 44, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const held = new Map(block.states.map((state) => [state.name, inside(state)]));
  for (const { name } of block.states) {
    const { width, height } = held.get(name) ?? plain;
    graph.setNode(name, { width, height });
  }
  const ways = unique(block.ways);
  for (const { from, to } of structural(ways)) graph.setEdge(from, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const boxes = block.states.flatMap((state): Box[] => {
    const { x, y, width, height } = graph.node(state.name);
    const own = { state, x: x - width / 2, y: y - height / 2, width, height, within };
    return [own, ...(held.get(state.name)?.boxes ?? [])];
  });
  return {
    boxes,
    ways: [...ways, ...[...held.values()].flatMap((drawing) => drawing.ways)],
    width,
    height,
  };
}

/** What a state holds, side by side below its name. */
function inside(state: StateNode): Drawing {
  if (state.blocks.length === 0) return { ...plain, boxes: [], ways: [] };
  const drawings = state.blocks.map((block) => draw(block, state.name));
  let left = frame.side;
  const boxes = drawings.flatMap((drawing) => {
    const offset = left;
    left += drawing.width + gap;
    return drawing.boxes.map((box) =>
      box.within === state.name ? { ...box, x: box.x + offset, y: box.y + frame.top } : box,
    );
  });
  return {
    boxes,
    ways: drawings.flatMap(({ ways }) => ways),
    width: Math.max(plain.width, left - gap + frame.side),
    height: frame.top + Math.max(...drawings.map(({ height }) => height)) + frame.side,
  };
}

/** Two ways between the same states are drawn as one: the one that happens when all is well. */
function unique(ways: readonly Way[]): Way[] {
  const drawn = new Map<string, Way>();
  for (const way of ways.toSorted(
    (one, other) => Number(one.kind === 'catch') - Number(other.kind === 'catch'),
  )) {
    const key = JSON.stringify([way.from, way.to]);
    if (!drawn.has(key)) drawn.set(key, way);
  }
  return [...drawn.values()];
}

/** What the picture is arranged by. Most states can fail into the same one; drawn by that, it would be a fan. */
function structural(ways: readonly Way[]): Way[] {
  const led = new Set<string>();
  return ways.filter(({ to, kind }) => {
    if (kind === 'catch' && led.has(to)) return false;
    led.add(to);
    return true;
  });
}
