import { create } from '../shared/dom.ts';
import { h } from '../shared/view.ts';

/** Has the browser save a text under a name. */
export function saveFile(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  create(h('a', { href, download: name })).click();
  // The browser has begun to save by the time the click is over.
  URL.revokeObjectURL(href);
}
