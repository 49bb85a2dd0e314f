/** Compiles the one layout source into a document for each kind of reader. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import mustache from 'mustache';
import type { Layout, LayoutName } from '../../domain/messages/catalogue.ts';

const tags: [string, string] = ['<%', '%>'];

/**
 * Compiles `layout.mjml` and `layout.txt`; `<%#candidate%>…<%/candidate%>` keeps a part for one reader.
 * Slots (`[[body]]`) and tags (`{{company.name}}`) stay for the renderer.
 * @throws ValidationError of MJML when the source is not valid
 */
export async function buildLayouts(folder: string): Promise<Record<LayoutName, Layout>> {
  const mjml = readFileSync(join(folder, 'layout.mjml'), 'utf8');
  const text = readFileSync(join(folder, 'layout.txt'), 'utf8');
  const build = async (name: LayoutName): Promise<Layout> => {
    const reader = { candidate: name !== 'staff', staff: name === 'staff', marketing: name === 'marketing' };
    const variant = mustache.render(mjml, reader, undefined, { tags, escape: String });
    // No fonts: MJML would load those it knows by name from a third party, which would see who reads what.
    const { html } = await mjml2html(variant, { validationLevel: 'strict', fonts: {} });
    return { html: compact(html), text: mustache.render(text, reader, undefined, { tags, escape: String }) };
  };
  return {
    candidate: await build('candidate'),
    staff: await build('staff'),
    marketing: await build('marketing'),
  };
}

/** Indentation and blank lines weigh a fifth of the document and mean nothing in it. */
function compact(html: string): string {
  return html.replace(/^\s+/gm, '').replace(/[ \t]{2,}/g, ' ');
}
