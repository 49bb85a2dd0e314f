/**
 * The Markdown of a template body as HTML and as text. A small, closed part of the language: one h1, then
 * h2, paragraphs, bullet lists, bold, links; Mustache sections around blocks, or around one list item.
 */
import MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, Token } from 'markdown-it';
import type { Piece } from './front-matter.ts';
import { TemplateError } from './template-error.ts';

/** Styles stand in the elements: some mail programs drop every style sheet. */
const styles: Record<string, string> = {
  h1: 'margin:0 0 16px;font-size:23px;line-height:1.3;font-weight:bold',
  h2: 'margin:24px 0 8px;font-size:19px;line-height:1.3;font-weight:bold',
  p: 'margin:0 0 16px',
  ul: 'margin:0 0 16px;padding:0 0 0 24px',
  li: 'margin:0 0 8px',
  a: 'color:#0b5c8a;text-decoration:underline',
};

const sectionLine = /^(?:\s*\{\{[#^/][\w.-]+\}\})+\s*$/;
const sectionAround = /^(\{\{[#^]([\w.-]+)\}\})([^]*)(\{\{\/\2\}\})$/;
const supported = new Set(['section', 'inline', 'text', 'softbreak']);
const elements = new Set(['h1', 'h2', 'p', 'ul', 'li', 'strong', 'a']);

export interface Body {
  readonly html: string;
  readonly text: string;
}

/**
 * Renders a template body; its tags stay in place.
 * @param isTarget whether a tag's name is fit for the target of a link
 * @throws TemplateError for Markdown outside the supported part, with its line
 */
export function renderMarkdown(
  file: string,
  { text, line }: Piece,
  isTarget: (name: string) => boolean,
): Body {
  const tokens = parser.parse(text, {});
  const fail = (token: Token | undefined, problem: string) =>
    new TemplateError(file, line + (token?.map?.[0] ?? 0), problem);
  checkHeadings(tokens, fail);
  for (const token of tokens) {
    for (const part of [token, ...(token.children ?? [])]) {
      if (!supported.has(part.type) && !elements.has(part.tag))
        throw fail(token, `Markdown "${part.type}" is not supported in mail`);
      const target = part.attrGet('href');
      if (target !== null && !isTarget(/^(?:tel:|mailto:)?\{\{([\w.]+)\}\}$/.exec(String(target))?.[1] ?? ''))
        throw fail(token, `a link leads to a variable that holds an address, not to "${target}"`);
      const style = part.nesting === 1 ? styles[part.tag] : undefined;
      if (style) part.attrSet('style', dials(target) ? `${style};white-space:nowrap` : style);
    }
  }
  return { html: parser.renderer.render(tokens, parser.options, {}), text: asText(tokens) };
}

/** A telephone number is read in one go, so it stays on one line. */
const dials = (target: unknown) => typeof target === 'string' && target.startsWith('tel:');

function createParser() {
  const md = new MarkdownIt('commonmark', { html: false });
  md.validateLink = () => true;
  md.normalizeLink = (url) => url;
  md.block.ruler.before('paragraph', 'section', sectionBlock, { alt: ['paragraph', 'list'] });
  md.core.ruler.after('block', 'section-around-item', (state) => {
    state.tokens = liftSections(state);
  });
  md.renderer.rules['section'] = (tokens, index) => `${tokens[index]?.content ?? ''}\n`;
  return md;
}

const parser = createParser();

/** A line of nothing but section tags stands between blocks, in no paragraph. */
function sectionBlock(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const line = state.getLines(startLine, startLine + 1, 0, false);
  if (!sectionLine.test(line)) return false;
  if (silent) return true;
  const token = state.push('section', '', 0);
  token.content = line.trim();
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

/** A section that fills a list item is about the item: it repeats or drops it, bullet and all. */
function liftSections({ tokens, Token: Created }: StateCore): Token[] {
  const section = (content = '') => Object.assign(new Created('section', '', 0), { content });
  return tokens.flatMap((token, index) => {
    const opens = token.type === 'list_item_open' ? tokens[index + 2] : undefined;
    const closes = token.type === 'list_item_close' ? tokens[index - 2] : undefined;
    const around = sectionAround.exec((opens ?? closes)?.content ?? '');
    if (!around) return [token];
    if (!closes) return [section(around[1]), token];
    closes.content = around[3] ?? '';
    return [token, section(around[4])];
  });
}

function checkHeadings(
  tokens: readonly Token[],
  fail: (token: Token | undefined, problem: string) => TemplateError,
): void {
  const [opening] = tokens;
  const [first, ...others] = tokens.filter((token) => token.type === 'heading_open');
  if (opening === undefined || opening !== first || first.tag !== 'h1') {
    throw fail(opening, 'begin the body with its one "# heading"');
  }
  for (const heading of others) {
    if (heading.tag !== 'h2')
      throw fail(heading, `use "## " below the one "# heading", not "${heading.markup} "`);
  }
}

function asText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'section') return `${token.content}\n`;
      if (token.type === 'list_item_open') return '- ';
      if (token.type === 'list_item_close') return '\n';
      if (token.type === 'inline') return inlineText(token.children ?? []);
      const closesBlock = token.nesting === -1 && !token.hidden;
      return closesBlock ? (token.type === 'bullet_list_close' ? '\n' : '\n\n') : '';
    })
    .join('');
}

/** A link says what opens and then where; a number or an address that is its own label is said once. */
function inlineText(tokens: readonly Token[]): string {
  let target = '';
  return tokens
    .map((token) => {
      if (token.type === 'softbreak') return ' ';
      if (token.type === 'link_open') target = String(token.attrGet('href') ?? '');
      if (token.type === 'link_close') return /^(tel|mailto):/.test(target) ? '' : ` (${target})`;
      return token.type === 'text' ? token.content : '';
    })
    .join('');
}
