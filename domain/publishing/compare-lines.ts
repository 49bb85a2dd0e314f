/** A line of a comparison. */
export interface DiffLine {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A run of changed lines with some around it; `line` is where it begins in the newer text, from 1. */
export interface Hunk {
  readonly line: number;
  readonly lines: readonly DiffLine[];
}

const around = 3;

/** What differs between two texts, by lines: the longest common subsequence is kept. */
export function compareLines(before: string, after: string): Hunk[] {
  return hunksOf(align(before.split('\n'), after.split('\n')));
}

function align(before: readonly string[], after: readonly string[]): DiffLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  const same = (text: string): DiffLine => ({ change: 'same', text });
  return [
    ...before.slice(0, head).map(same),
    ...alignMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

/** Texts that differ in everything are told as such: the table below would grow with the product of both. */
const largest = 4_000_000;

function alignMiddle(before: readonly string[], after: readonly string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ change: 'removed', text });
  const added = (text: string): DiffLine => ({ change: 'added', text });
  if (before.length * after.length > largest) return [...before.map(removed), ...after.map(added)];
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old = '', fresh = ''] = [before[row], after[column]];
    if (row < before.length && column < after.length && old === fresh) {
      lines.push({ change: 'same', text: old });
      row += 1;
      column += 1;
    } else if (
      column >= after.length ||
      (row < before.length && at(row + 1, column) >= at(row, column + 1))
    ) {
      lines.push(removed(old));
      row += 1;
    } else {
      lines.push(added(fresh));
      column += 1;
    }
  }
  return lines;
}

function hunksOf(lines: readonly DiffLine[]): Hunk[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ change }) => change !== 'same'),
  );
  const hunks: { line: number; lines: DiffLine[] }[] = [];
  let line = 1;
  let open: { line: number; lines: DiffLine[] } | undefined;
  for (const [at, one] of lines.entries()) {
    if (near[at] === true) {
      if (!open) hunks.push((open = { line, lines: [] }));
      open.lines.push(one);
    } else open = undefined;
    if (one.change !== 'removed') line += 1;
  }
  return hunks;
}
