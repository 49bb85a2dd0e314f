import { useEffect, useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { setDiagnostics } from '@codemirror/lint';
import type { Diagnostic } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basics } from './basics.ts';
import { show } from './shown.ts';

/** What a page can do with an editor. */
export interface EditorHandle {
  /** Puts the cursor at an offset, in sight. */
  readonly goTo: (offset: number) => void;
  /** Writes something where the cursor is. */
  readonly insert: (text: string) => void;
  readonly focus: () => void;
}

/** Something wrong with a part of the text, by offsets. */
export type Mark = Pick<Diagnostic, 'from' | 'to' | 'severity' | 'message'>;

interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange?: (value: string) => void;
  /** Where the cursor is, whenever it moves. */
  readonly onMove?: (offset: number) => void;
  /** Kept by the caller: another list makes another editor. */
  readonly extensions: Extension;
  readonly marks?: readonly Mark[];
  /** A part of the text to point out. */
  readonly highlight?: { readonly from: number; readonly to: number } | undefined;
  readonly handle?: Ref<EditorHandle>;
}

/**
 * A text editor. It lives in a shadow root: there it may bring its styles as style sheets of its own, where the pages'
 * policy forbids `<style>`.
 */
export function CodeEditor(props: CodeEditorProps) {
  const { label, value, extensions, marks, highlight, handle } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const host = place.current;
    if (host === null) return undefined;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const { value, onChange } = latest.current;
    const editor = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: value,
        extensions: [
          extensions,
          basics,
          EditorState.readOnly.of(onChange === undefined),
          Prec.highest(EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' })),
          EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
            if (docChanged) latest.current.onChange?.(state.doc.toString());
            if (selectionSet || docChanged) latest.current.onMove?.(state.selection.main.head);
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [extensions, label]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || marks === undefined) return;
    const most = editor.state.doc.length;
    const fitting = marks.map((mark) => ({
      ...mark,
      from: Math.min(mark.from, most),
      to: Math.min(mark.to, most),
    }));
    editor.dispatch(setDiagnostics(editor.state, fitting));
  }, [marks, extensions, label]);

  const [from, to] = [highlight?.from, highlight?.to];
  useEffect(() => {
    view.current?.dispatch({
      effects: show.of(from === undefined || to === undefined ? undefined : { from, to }),
    });
  }, [from, to, extensions, label]);

  useImperativeHandle(handle, () => ({
    goTo: (offset) => {
      const at = Math.min(offset, view.current?.state.doc.length ?? 0);
      view.current?.dispatch({
        selection: { anchor: at },
        effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: 40 }),
      });
    },
    insert: (text) => {
      const editor = view.current;
      if (editor === null) return;
      editor.dispatch(editor.state.replaceSelection(text));
      editor.focus();
    },
    focus: () => view.current?.focus(),
  }));

  return <div ref={place} className="code-editor" />;
}
