import type { Locale } from '../../domain/messages/locale.ts';
import { toHtml } from './html.ts';
import { h } from './view.ts';
import type { View } from './view.ts';

export interface PageParts {
  readonly lang: Locale;
  readonly title: string;
  /** What search engines show of it; without one they are told to leave the page out. */
  readonly description?: string | undefined;
  /** Addresses of the style sheet and, unless the page does without, of the script. */
  readonly style: string;
  readonly script?: string | undefined;
  readonly body: readonly View[];
}

/** Scripts may not turn text into markup or code; the site's own headers say the rest. */
const policy = "require-trusted-types-for 'script'; trusted-types 'none'";

/** A complete page as HTML. */
export function documentOf({ lang, title, description, style, script, body }: PageParts): string {
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', {}, title),
    description === undefined
      ? h('meta', { name: 'robots', content: 'noindex' })
      : h('meta', { name: 'description', content: description }),
    h('link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }),
    h('link', { rel: 'stylesheet', href: style }),
    script !== undefined && h('script', { type: 'module', src: script }),
  );
  return `<!doctype html>\n${toHtml(h('html', { lang }, head, h('body', {}, ...body)))}\n`;
}
