import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useRef } from 'react';
import schema from '../../../workflows/schema/workflow.schema.json';
import { CodeEditor } from '../editor/code-editor.tsx';
import type { EditorHandle, Mark } from '../editor/code-editor.tsx';
import { jsonEditor } from '../editor/json.ts';
import { rangeOf } from '../editor/node-at.ts';
import { offsetOf } from '../editor/offset-of.ts';
import type { Linted } from './edited.ts';
import { Findings } from './findings.tsx';
import { everyState } from './graph/machine.ts';
import type { Block } from './graph/machine.ts';
import { stateAt, valuesOfMachine, wordEnd } from './places.ts';

const extensions = jsonEditor(schema, valuesOfMachine);

interface DefinitionProps {
  readonly title: string;
  readonly text: string;
  readonly machine: Block;
  readonly linted: Linted;
  readonly selected: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onSelect: (state: string | undefined) => void;
}

/** The definition as text, and what is wrong with it. */
export function Definition({ title, text, machine, linted, selected, onChange, onSelect }: DefinitionProps) {
  const editor = useRef<EditorHandle>(null);
  const marks = useMemo(
    () =>
      linted.findings.map(({ line, column, severity, message, mend }): Mark => {
        const from = offsetOf(text, line, column);
        return { from, to: wordEnd(text, from), severity, message: `${message}\n${mend}` };
      }),
    // A mark belongs to the text it was found in; the editor moves it along with what is typed.
    [linted.findings],
  );
  const state = everyState(machine).find(({ name }) => name === selected);
  const highlight = useMemo(() => (state ? rangeOf(text, state.path) : undefined), [text, state]);
  return (
    <SpaceBetween size="s">
      <CodeEditor
        label={`Definition of ${title}`}
        value={text}
        onChange={onChange}
        onMove={(offset) => onSelect(stateAt(text, offset))}
        extensions={extensions}
        marks={marks}
        highlight={highlight}
        handle={editor}
      />
      <Findings
        linted={linted}
        onShow={(finding) => {
          onSelect(finding.state);
          editor.current?.goTo(offsetOf(text, finding.line, finding.column));
          editor.current?.focus();
        }}
      />
    </SpaceBetween>
  );
}
