import { h, on } from '../shared/view.ts';
import type { View as Element } from '../shared/view.ts';
import type { Words } from './words.ts';

/**
 * A text to take along, with a button that copies it. Where the browser lets no page write to the clipboard the text
 * is selected instead, and the note says which keys copy it.
 */
export function copyField(id: string, label: string, value: string, words: Words): Element {
  return h(
    'div',
    { class: 'field copy' },
    h('label', { for: id }, label),
    h(
      'div',
      { class: 'copy-row' },
      h('input', { id, type: 'text', value, readonly: true, class: 'copied', spellcheck: 'false' }),
      on(h('button', { type: 'button', class: 'button quiet' }, words.copy), {
        click: () => void copy(id, words),
      }),
    ),
    h('p', { class: 'copy-status small', role: 'status', id: `${id}-status` }),
  );
}

async function copy(id: string, words: Words): Promise<void> {
  const input = document.getElementById(id);
  const status = document.getElementById(`${id}-status`);
  if (!(input instanceof HTMLInputElement) || !status) return;
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    status.textContent = words.copied;
  } catch {
    // Not allowed, or no clipboard at all: the text is selected, so the keys copy it.
    input.focus();
    input.select();
    status.textContent = words.copyByKeys;
  }
}
