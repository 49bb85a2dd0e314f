import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Points out a part of the text, instead of what was pointed out before. */
export const show = StateEffect.define<Range | undefined>();

const line = Decoration.line({ class: 'cm-shown' });

/** Lines that are pointed out, by their background. */
export const shown = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    let now = before.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(show)) continue;
      const { doc } = transaction.state;
      const range = effect.value;
      if (range === undefined || range.to > doc.length) {
        now = Decoration.none;
        continue;
      }
      const [first, last] = [doc.lineAt(range.from).number, doc.lineAt(range.to).number];
      const lines = Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index));
      now = Decoration.set(lines.map(({ from }) => line.range(from)));
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
