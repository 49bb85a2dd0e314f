import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';

const both = (light: string, dark: string): string => `light-dark(${light}, ${dark})`;
const ink = both('#16181d', '#eceef2');
const surface = both('#f5f6f8', '#1c2027');
const line = both('#767e8c', '#7f8896');
const muted = both('#4d5562', '#b0b7c3');
const brand = both('#0b5c8a', '#7cc4ee');

/** The house's colours, light and dark. */
export const looks: Extension = [
  EditorView.theme({
    '&': { color: ink, backgroundColor: both('#ffffff', '#12151a'), fontSize: '13px', maxHeight: '60vh' },
    '&.cm-focused': { outline: `2px solid ${brand}` },
    '.cm-scroller': {
      fontFamily: 'ui-monospace, "Cascadia Code", Menlo, Consolas, monospace',
      lineHeight: '1.5',
    },
    '.cm-content': { caretColor: ink },
    '.cm-cursor': { borderLeftColor: ink },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: both('#cfe5f3', '#17425c'),
    },
    '.cm-gutters': { color: muted, backgroundColor: surface, borderRight: `1px solid ${line}` },
    '.cm-activeLine': { backgroundColor: both('#0b5c8a12', '#7cc4ee1a') },
    '.cm-activeLineGutter': { backgroundColor: both('#0b5c8a24', '#7cc4ee33') },
    '.cm-shown': { backgroundColor: both('#fff3c4', '#4a3c08') },
    '.cm-tooltip': { color: ink, backgroundColor: surface, border: `1px solid ${line}`, borderRadius: '6px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      color: both('#ffffff', '#0a1a24'),
      backgroundColor: brand,
    },
    '.cm-meaning': { padding: '6px 10px', maxWidth: '46ch', whiteSpace: 'pre-line' },
    '.cm-diagnostic': { maxWidth: '60ch', whiteSpace: 'pre-line' },
    '.cm-changedLine': { backgroundColor: both('#dcefe3', '#143524') },
    '.cm-deletedChunk, .cm-merge-a .cm-changedLine': { backgroundColor: both('#fbe3e1', '#47201d') },
    '.cm-changedText, .cm-deletedText': { background: 'none', textDecoration: 'underline' },
    '.cm-collapsedLines': { color: brand, background: surface },
    // Its own ornament is a sign that many fonts have not.
    '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '""', margin: '0' },
    '.cm-panels': { color: ink, backgroundColor: surface },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.propertyName, color: brand },
      { tag: tags.string, color: both('#0f6b3f', '#6fd39c') },
      { tag: [tags.number, tags.bool, tags.null], color: both('#8a4b00', '#f2b45c') },
      { tag: tags.invalid, color: both('#b3261e', '#ff9b93') },
    ]),
  ),
];
