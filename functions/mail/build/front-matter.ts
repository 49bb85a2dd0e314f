/** The head of a template: one `key: value` a line between two rules. */
import { TemplateError } from './template-error.ts';

export interface Piece {
  readonly text: string;
  /** The line in the file at which the text begins. */
  readonly line: number;
}

/** The line in the file of a place in a piece. */
export function lineAt({ text, line }: Piece, position: number): number {
  return line + (text.slice(0, position).match(/\n/g)?.length ?? 0);
}

export interface TemplateSource {
  readonly subject: Piece;
  readonly preheader: Piece;
  readonly category: Piece;
  readonly audience: Piece;
  readonly variables: Piece;
  readonly action?: { readonly label: Piece; readonly url: Piece };
  readonly body: Piece;
}

const known = ['subject', 'preheader', 'category', 'audience', 'variables', 'action', 'action-url'];

/**
 * Splits a template file into its parts.
 * @throws TemplateError for a head that is missing, incomplete or has unknown keys
 */
export function readTemplateSource(file: string, source: string): TemplateSource {
  const lines = source.split('\n');
  if (lines[0] !== '---') throw new TemplateError(file, 1, 'begin with a front matter between two --- lines');
  const end = lines.indexOf('---', 1);
  if (end === -1) throw new TemplateError(file, 1, 'close the front matter with a --- line');
  const head = new Map<string, Piece>();
  for (const [offset, text] of lines.slice(1, end).entries()) {
    const line = offset + 2;
    const [, key, value] = /^([a-z-]+):\s*(.*?)\s*$/.exec(text) ?? [];
    if (key === undefined || value === undefined)
      throw new TemplateError(file, line, `write "key: value", not "${text}"`);
    if (!known.includes(key))
      throw new TemplateError(file, line, `unknown key "${key}"; known are ${known.join(', ')}`);
    if (head.has(key)) throw new TemplateError(file, line, `"${key}" is given twice`);
    head.set(key, { text: value, line });
  }
  const required = (key: string): Piece => {
    const piece = head.get(key);
    if (!piece) throw new TemplateError(file, end + 1, `the front matter lacks "${key}"`);
    return piece;
  };
  return {
    subject: required('subject'),
    preheader: required('preheader'),
    category: required('category'),
    audience: required('audience'),
    variables: required('variables'),
    ...(head.has('action') || head.has('action-url')
      ? { action: { label: required('action'), url: required('action-url') } }
      : {}),
    body: { text: lines.slice(end + 1).join('\n'), line: end + 2 },
  };
}
