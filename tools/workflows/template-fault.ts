import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMessageName } from '../../domain/messages/messages.ts';
import { buildTemplates } from '../build-templates.ts';
import { TemplateError } from '../../functions/mail/build/template-error.ts';
import type { Texts } from './read.ts';

/**
 * What is wrong with the templates, edited ones in place of those of the repository, or with the messages that
 * machines name; undefined when all is well.
 */
export async function templateFault(
  { machines, templates }: Pick<Texts, 'machines' | 'templates'>,
  root: string,
): Promise<string | undefined> {
  for (const [machine, text] of Object.entries(machines)) {
    for (const [, name = ''] of text.matchAll(/"message":\s*"([^"{][^"]*)"/g))
      if (!isMessageName(name)) return `${machine} sends '${name}', and there is no such message`;
  }
  const folder = mkdtempSync(join(tmpdir(), 'hearback-templates-'));
  try {
    cpSync(join(root, 'templates'), join(folder, 'templates'), { recursive: true });
    for (const [path, text] of Object.entries(templates))
      writeFileSync(join(folder, 'templates', path), text);
    await buildTemplates(folder);
    return undefined;
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
