import { expect, it } from 'vitest';
import { toHtml } from '../../web/shared/html.ts';
import { h, on } from '../../web/shared/view.ts';

it('writes text as text, whatever it is', () => {
  const view = h('p', { title: '"><script>', hidden: false, lang: undefined }, '<b>& "so on"</b>', false);
  expect(toHtml(view)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp; &quot;so on&quot;&lt;/b&gt;</p>',
  );
});

it('knows elements without an end, and attributes without a value', () => {
  expect(toHtml(h('input', { name: 'a', required: true, tabindex: -1 }))).toBe(
    '<input name="a" required tabindex="-1">',
  );
});

it('refuses to listen where no script runs', () => {
  expect(() => toHtml(on(h('a'), { click: () => undefined }))).toThrow('cannot listen');
});
