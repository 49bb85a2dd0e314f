import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Button from '@cloudscape-design/components/button';
import { useMemo, useRef } from 'react';
import * as z from 'zod';
import { settings as settingsSchema } from '../../../domain/settings/settings.ts';
import { CodeEditor } from '../editor/code-editor.tsx';
import type { EditorHandle, Mark } from '../editor/code-editor.tsx';
import type { JsonSchema } from '../editor/json-schema.ts';
import { jsonEditor } from '../editor/json.ts';
import { rangeOf } from '../editor/node-at.ts';
import type { Fault, Read } from './read.ts';

// What only code can check is checked as one types; completion needs names and choices only.
const schema: JsonSchema = JSON.parse(
  JSON.stringify(z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any', target: 'draft-7' })),
);
const extensions = jsonEditor(schema);

interface JsonSettingsProps {
  readonly read: Read;
  readonly onChange: (text: string) => void;
}

/** The settings as text, for whoever likes that better; what does not fit is marked at its place. */
export function JsonSettings({ read: { text, faults }, onChange }: JsonSettingsProps) {
  const editor = useRef<EditorHandle>(null);
  const marks = useMemo(
    () =>
      faults.map((fault): Mark => ({
        ...rangeOfFault(text, fault),
        severity: 'error',
        message: fault.message,
      })),
    [text, faults],
  );
  return (
    <SpaceBetween size="s">
      <CodeEditor
        label="Settings as JSON"
        value={text}
        onChange={onChange}
        extensions={extensions}
        marks={marks}
        handle={editor}
      />
      <div role="status">
        {faults.length === 0 ? (
          <StatusIndicator type="success">Everything fits</StatusIndicator>
        ) : (
          <StatusIndicator type="error">
            {faults.length === 1 ? 'One thing does not fit' : `${faults.length} things do not fit`}
          </StatusIndicator>
        )}
      </div>
      {faults.length > 0 && (
        <ul className="findings">
          {faults.map((fault) => (
            <li key={`${fault.place.join('.')} ${fault.message}`}>
              <Box>{fault.message}</Box>
              <Button
                variant="inline-link"
                onClick={() => {
                  editor.current?.goTo(rangeOfFault(text, fault).from);
                  editor.current?.focus();
                }}
              >
                Show {fault.place.length === 0 ? 'it' : fault.place.join('.')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </SpaceBetween>
  );
}

/** Where something that does not fit stands; for what is missing, where it should. */
function rangeOfFault(text: string, { place }: Fault): { from: number; to: number } {
  for (let length = place.length; length > 0; length -= 1) {
    const range = rangeOf(text, place.slice(0, length));
    if (range !== undefined) return range;
  }
  return { from: 0, to: Math.min(1, text.length) };
}
