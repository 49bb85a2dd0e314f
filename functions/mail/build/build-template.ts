/** One template file into its built form, proven against the schema of its message. */
import { marketingFrame, staffFrame } from '../../../domain/messages/frames.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import type { Template } from '../../../domain/messages/catalogue.ts';
import { audienceOf, categoryOf, hasAction, variablesOf } from '../../../domain/messages/messages.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { zone } from '../../../domain/messages/values.ts';
import type { Shape } from '../shape.ts';
import { shapeOf } from '../view.ts';
import { checkKinds } from './check-kinds.ts';
import { findSilence } from './check-said.ts';
import type { Silence } from './check-said.ts';
import { checkTags, isLink } from './check-tags.ts';
import { lineAt, readTemplateSource } from './front-matter.ts';
import type { Piece, TemplateSource } from './front-matter.ts';
import { renderMarkdown } from './markdown.ts';
import { TemplateError } from './template-error.ts';
import { typeset } from './typography.ts';

/**
 * @throws TemplateError with file and line: an undeclared, missing or unescaped tag, a wrong head, or
 *   Markdown outside the supported part
 */
export function buildTemplate(file: string, source: string, locale: Locale, name: MessageName): Template {
  const parts = readTemplateSource(file, typeset(locale, source));
  const shape = shapeOf(variablesOf(name));
  checkHead(file, parts, name);
  checkVariables(file, parts, name, shape);
  const { action } = parts;
  return {
    subject: parts.subject.text,
    preheader: parts.preheader.text,
    ...renderMarkdown(file, parts.body, (tag) => isLink(shape, tag)),
    ...(action ? { action: buildAction(file, action, shape) } : {}),
  };
}

/** The variables that are a message's own: not its frame's, and not the zone others are written in. */
export function ownVariables(name: MessageName): string[] {
  const frame = { ...marketingFrame, ...staffFrame };
  return Object.entries(variablesOf(name).shape)
    .filter(([variable, schema]) => !Object.hasOwn(frame, variable) && schema !== zone)
    .map(([variable]) => variable)
    .sort();
}

function checkHead(
  file: string,
  { category, audience, action, body }: TemplateSource,
  name: MessageName,
): void {
  const checks: [Piece, string][] = [
    [category, categoryOf(name)],
    [audience, audienceOf(name)],
  ];
  for (const [{ text, line }, expected] of checks) {
    if (text !== expected) throw new TemplateError(file, line, `${name} is "${expected}", not "${text}"`);
  }
  if (!action && hasAction(name))
    throw new TemplateError(
      file,
      body.line - 1,
      `the front matter lacks "action" and "action-url"; ${name} has a button`,
    );
  // A colleague is written to because of one thing to do: the button is the way to it.
  if (action && audienceOf(name) === 'staff' && action.url.text !== '{{actionUrl}}')
    throw new TemplateError(
      file,
      action.url.line,
      `the action leads to {{actionUrl}}, not to "${action.url.text}"`,
    );
}

/** HTML is text in a letter, and so everybody would read what a comment is meant to hide. */
function checkComments(file: string, piece: Piece): void {
  const comment = piece.text.indexOf('<!--');
  if (comment !== -1)
    throw new TemplateError(file, lineAt(piece, comment), 'a comment would be printed; take out <!-- … -->');
}

/** Whose words say who owes what they speak of (voice.md): neither a signature nor a button says that. */
const naming: ReadonlySet<MessageName> = new Set([
  'acknowledgement',
  'invitation',
  'decision-delayed',
  'release',
  'feedback-delayed',
  'question-received',
]);

/** Declared, used and defined are the same: a fact that one language leaves out is an error. */
function checkVariables(file: string, parts: TemplateSource, name: MessageName, shape: Shape): void {
  const { subject, preheader, body, action, variables } = parts;
  const pieces = [subject, preheader, body, ...(action ? [action.label, action.url] : [])];
  for (const piece of pieces) checkComments(file, piece);
  const used = new Set(pieces.flatMap((piece) => [...checkTags(file, piece, shape)]));
  const own = ownVariables(name);
  const declared = variables.text
    .split(',')
    .map((variable) => variable.trim())
    .filter(Boolean);
  for (const variable of declared) {
    if (!own.includes(variable))
      throw new TemplateError(file, variables.line, `"${variable}" is not a variable of ${name}`);
  }
  for (const variable of own) {
    if (!declared.includes(variable))
      throw new TemplateError(file, variables.line, `declare "${variable}"; ${name} carries it`);
    if (!used.has(variable))
      throw new TemplateError(file, body.line, `nothing says {{${variable}}}, which ${name} carries`);
  }
  for (const piece of pieces) checkKinds(file, piece, shape);
  // A subject and a preheader are shown in lists, and cut: what a letter says stands in the letter.
  const letter = [body, ...(action ? [action.label, action.url] : [])].map(({ text }) => text).join('\n');
  const silence = findSilence(letter, shape, own);
  if (silence)
    throw new TemplateError(
      file,
      body.line,
      `nothing in the letter says {{${silence.fact}}}${whenOf(silence)}`,
    );
  const nameless = naming.has(name) ? findSilence(body.text, shape, ['person.name']) : undefined;
  if (nameless)
    throw new TemplateError(
      file,
      body.line,
      `the text does not say who owes what it speaks of${whenOf(nameless)}: name {{person.name}}; a signature or a button is not enough`,
    );
}

const whenOf = ({ when }: Silence): string => (when.length === 0 ? '' : ` when there is ${when.join(', ')}`);

function buildAction(file: string, { label, url }: { label: Piece; url: Piece }, shape: Shape) {
  const [, scheme = '', variable = ''] = /^(tel:|mailto:)?\{\{([\w.]+)\}\}$/.exec(url.text) ?? [];
  if (!isLink(shape, variable))
    throw new TemplateError(
      file,
      url.line,
      `an action leads to a variable that holds an address, not to "${url.text}"`,
    );
  const shown = variable.replace(/\.dialled$/, '.phone');
  return { label: label.text, url: url.text, plain: scheme === '' ? url.text : `{{${shown}}}` };
}
