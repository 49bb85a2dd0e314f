/** Mustache without its silences: a tag that has no value is an error, and so is every way past escaping. */
import mustache from 'mustache';

/** A tag of a template had no value: the message is not sent. */
export class MissingVariable extends Error {
  override name = 'MissingVariable';
  constructor(tag: string) {
    super(`The template names {{${tag}}}, which has no value`);
  }
}

/** A template uses what this mail system leaves out: unescaped values and partials. */
export class UnsupportedTag extends Error {
  override name = 'UnsupportedTag';
  constructor(tag: string) {
    super(`The template uses ${tag}, which is not allowed`);
  }
}

class StrictWriter extends mustache.Writer {
  override escapedValue(token: string[], context: mustache.Context, config?: mustache.RenderOptions): string {
    const tag = token[1] ?? '';
    const value: unknown = context.lookup(tag);
    if (typeof value !== 'string' && typeof value !== 'number') throw new MissingVariable(tag);
    return super.escapedValue(token, context, config);
  }

  override unescapedValue(token: string[]): string {
    throw new UnsupportedTag(`{{{${token[1] ?? ''}}}}`);
  }

  override renderPartial(token: string[]): string {
    throw new UnsupportedTag(`{{> ${token[1] ?? ''}}}`);
  }
}

const writer = new StrictWriter();

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as it stands in HTML, in content and in quoted attributes. */
export function escapeHtml(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (character) => references[character] ?? character);
}

/**
 * Fills the `{{tags}}` of a template; values are escaped for HTML or left alone for text.
 * @throws MissingVariable, UnsupportedTag
 */
export function fill(template: string, view: unknown, form: 'html' | 'text'): string {
  return writer.render(template, view, undefined, { escape: form === 'html' ? escapeHtml : String });
}

/** Sets a template's parts into the `[[slots]]` of a layout, as they are. */
export function compose(layout: string, parts: Readonly<Record<string, unknown>>): string {
  return writer.render(layout, parts, undefined, { tags: ['[[', ']]'], escape: String });
}
