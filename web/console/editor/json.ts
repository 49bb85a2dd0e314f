import { autocompletion } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import type { Extension } from '@codemirror/state';
import { completionSource } from './completion.ts';
import type { MoreValues } from './completion.ts';
import { hoverSource } from './hover.ts';
import type { JsonSchema } from './json-schema.ts';

/** An editor of JSON that knows its schema: completes names and values, and says what they are for. */
export function jsonEditor(schema: JsonSchema, more?: MoreValues): Extension {
  return [json(), autocompletion({ override: [completionSource(schema, more)] }), hoverSource(schema)];
}
