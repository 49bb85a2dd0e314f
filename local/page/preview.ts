/** Mail links have no target; in a sandboxed frame they must open a tab of their own. */
const BASE = '<base target="_blank">';

/** A mail's HTML as the preview frame shows it: unchanged but for where its links open. */
export function previewOf(html: string): string {
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  const at = head === null ? (/<!doctype[^>]*>/i.exec(html)?.[0].length ?? 0) : head.index + head[0].length;
  return html.slice(0, at) + BASE + html.slice(at);
}
