import type { Child, View } from './view.ts';

const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** A view as HTML text. Everything in it is text or an attribute's value, and escaped as such. */
export function toHtml(child: Child): string {
  if (child === undefined || child === false) return '';
  return typeof child === 'string' ? escaped(child) : elementHtml(child);
}

function elementHtml({ tag, attributes, children, handlers }: View): string {
  if (handlers) throw new Error(`a static <${tag}> cannot listen`);
  const opening = Object.entries(attributes)
    .map(([name, value]) => attributeHtml(name, value))
    .join('');
  if (empty.has(tag)) return `<${tag}${opening}>`;
  return `<${tag}${opening}>${children.map(toHtml).join('')}</${tag}>`;
}

function attributeHtml(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
