import { hoverTooltip } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { getLocation, parse } from 'jsonc-parser';
import { schemasAt, valuesOf } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';

/** What the member or value at a place is for, in words; undefined where nothing is known. */
export function meaningAt(text: string, offset: number, schema: JsonSchema): string | undefined {
  const { path, previousNode } = getLocation(text, offset);
  if (previousNode === undefined || offset > previousNode.offset + previousNode.length) return undefined;
  const schemas = schemasAt(schema, parse(text), path);
  const said = [...new Set(schemas.flatMap(({ description }) => description ?? []))];
  const values = [...new Set(valuesOf(schemas).map(String))];
  const choices = values.length > 1 && values.length <= 24 ? [`One of ${values.join(', ')}`] : [];
  const lines = [...said, ...choices];
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The same for CodeMirror, where the pointer rests. */
export function hoverSource(schema: JsonSchema): Extension {
  return hoverTooltip(({ state }, pos) => {
    const text = state.doc.toString();
    const meaning = meaningAt(text, pos, schema);
    if (meaning === undefined) return null;
    return {
      pos,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-meaning';
        dom.textContent = meaning;
        return { dom };
      },
    };
  });
}
