import * as z from 'zod';

/** From the root of a definition to a value in it. */
export type Path = readonly (string | number)[];

/** A state as the graph shows it. Its name is its own in the whole machine, which the language demands. */
export interface StateNode {
  readonly name: string;
  readonly type: string;
  readonly comment: string | undefined;
  readonly path: Path;
  /** What it runs for each item, or at the same time. */
  readonly blocks: readonly Block[];
  readonly isEnd: boolean;
}

/** A way from one state of a block to another. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'choice' | 'default' | 'catch';
}

/** States with a beginning: a machine's own, or those that one of its states holds. */
export interface Block {
  readonly startAt: string;
  readonly states: readonly StateNode[];
  readonly ways: readonly Way[];
}

interface RawBlock {
  StartAt?: unknown;
  States: Record<string, RawState>;
}

const branch = z.looseObject({ Next: z.optional(z.string()) });
const list = <Item extends z.ZodType>(item: Item) => z.array(item).catch([]);

const rawState = z.looseObject({
  Type: z.string().catch('?'),
  Comment: z.optional(z.string()).catch(undefined),
  Next: z.optional(z.string()).catch(undefined),
  End: z.optional(z.boolean()).catch(undefined),
  Default: z.optional(z.string()).catch(undefined),
  Choices: list(branch),
  Catch: list(branch),
  get Branches() {
    return list(rawBlock);
  },
  get ItemProcessor(): z.ZodCatch<z.ZodOptional<z.ZodType<RawBlock>>> {
    return z.optional(rawBlock).catch(undefined);
  },
});
type RawState = z.output<typeof rawState>;

const rawBlock: z.ZodType<RawBlock> = z.looseObject({
  StartAt: z.optional(z.unknown()),
  States: z.record(
    z.string(),
    z.lazy(() => rawState),
  ),
});

/** The graph of a definition; undefined when the text is no JSON or has no states. What is half written is left out. */
export function graphOf(text: string): Block | undefined {
  const parsed = rawBlock.safeParse(jsonOf(text));
  return parsed.success ? blockOf(parsed.data, []) : undefined;
}

/** Every state, those within others after the one that holds them. */
export const everyState = ({ states }: Block): readonly StateNode[] =>
  states.flatMap((state) => [state, ...state.blocks.flatMap(everyState)]);

function blockOf({ StartAt, States }: RawBlock, path: Path): Block {
  const names = new Set(Object.keys(States));
  const states = Object.entries(States);
  return {
    startAt: typeof StartAt === 'string' ? StartAt : '',
    states: states.map(([name, state]) => nodeOf(name, state, [...path, 'States', name])),
    ways: states.flatMap(([name, state]) => waysOf(name, state)).filter(({ to }) => names.has(to)),
  };
}

function nodeOf(name: string, state: RawState, path: Path): StateNode {
  const { Type: type, Comment: comment, Branches, ItemProcessor } = state;
  return {
    name,
    type,
    comment,
    path,
    blocks: [
      ...(ItemProcessor ? [blockOf(ItemProcessor, [...path, 'ItemProcessor'])] : []),
      ...Branches.map((one, index) => blockOf(one, [...path, 'Branches', index])),
    ],
    isEnd: state.End === true || type === 'Succeed' || type === 'Fail',
  };
}

function waysOf(from: string, { Next, Default, Choices, Catch }: RawState): Way[] {
  const way = (kind: Way['kind']) => (to: string | undefined) =>
    to === undefined ? [] : [{ from, to, kind }];
  return [
    ...Choices.flatMap(({ Next: to }) => way('choice')(to)),
    ...way('default')(Default),
    ...way('next')(Next),
    ...Catch.flatMap(({ Next: to }) => way('catch')(to)),
  ];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
