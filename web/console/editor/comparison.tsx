import { json } from '@codemirror/lang-json';
import { lineNumbers, EditorView } from '@codemirror/view';
import { EditorState } from '@codemirror/state';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { useEffect, useRef } from 'react';
import { looks } from './looks.ts';

interface ComparisonProps {
  readonly before: string;
  readonly after: string;
  readonly labels: readonly [before: string, after: string];
  /** On a phone the two do not fit beside each other. */
  readonly isNarrow: boolean;
}

const still = (label: string) => [
  lineNumbers(),
  json(),
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  looks,
];

const collapseUnchanged = { margin: 3, minSize: 6 };

/** Two texts, and what became of one in the other; what is the same is folded away. */
export function Comparison({ before, after, labels, isNarrow }: ComparisonProps) {
  const place = useRef<HTMLDivElement>(null);
  const [one, other] = labels;
  useEffect(() => {
    const host = place.current;
    if (host === null) return undefined;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const view = isNarrow
      ? new EditorView({
          root,
          parent: root,
          doc: after,
          extensions: [
            still(`${other}, with what was taken out of ${one}`),
            unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged }),
          ],
        })
      : new MergeView({
          root,
          parent: root,
          a: { doc: before, extensions: still(one) },
          b: { doc: after, extensions: still(other) },
          collapseUnchanged,
        });
    return () => view.destroy();
  }, [before, after, one, other, isNarrow]);
  return <div ref={place} className="code-editor" />;
}
