/** Proves that where a template chooses its words by a kind, it has words for every kind. */
import mustache from 'mustache';
import type { TemplateSpans } from 'mustache';
import { kindsOf } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { lineAt } from './front-matter.ts';
import type { Piece } from './front-matter.ts';
import { TemplateError } from './template-error.ts';

/** Sections of one list of kinds, side by side. */
interface Choice {
  readonly of: string;
  readonly start: number;
  /** Kinds that one of the sections has words for. */
  readonly worded: Set<string>;
}

/**
 * Checks the choices of one piece, whose tags have been checked.
 * @throws TemplateError where a choice passes a kind over
 */
export function checkKinds(file: string, piece: Piece, shape: Shape): void {
  const members = shape.is === 'fields' ? shape.fields : {};
  for (const { of, start, worded } of choicesIn(mustache.parse(piece.text), members)) {
    const silent = kindsOf(members[of])?.find((kind) => !worded.has(kind));
    if (silent !== undefined)
      throw new TemplateError(
        file,
        lineAt(piece, start),
        `nothing is said for {{#${of}.${silent}}}; write a section for every kind`,
      );
  }
}

function choicesIn(tokens: TemplateSpans, members: Readonly<Record<string, Shape>>): Choice[] {
  const choices: Choice[] = [];
  let open: Choice | undefined;
  for (const [type, name, start, , within] of tokens) {
    if (isBlank(type, name)) continue;
    const [of = '', kind] = name.split('.');
    const kinds = type === '#' || type === '^' ? kindsOf(members[of]) : undefined;
    const children = Array.isArray(within) ? within : [];
    choices.push(...choicesIn(children, members));
    if (!kinds || kind === undefined) {
      open = undefined;
      continue;
    }
    if (open?.of !== of) {
      open = { of, start, worded: new Set() };
      choices.push(open);
    }
    if (!saysSomething(children)) continue;
    for (const one of kinds) if ((one === kind) === (type === '#')) open.worded.add(one);
  }
  return choices;
}

const isBlank = (type: string, text: string) => type === '!' || (type === 'text' && text.trim() === '');

function saysSomething(tokens: TemplateSpans): boolean {
  return tokens.some(([type, name, , , within]) =>
    Array.isArray(within) ? saysSomething(within) : !isBlank(type, name),
  );
}
