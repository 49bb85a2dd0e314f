/** Proves that every tag of a template has a meaning, before any message is rendered with it. */
import mustache from 'mustache';
import type { TemplateSpans } from 'mustache';
import type { Shape } from '../shape.ts';
import { lineAt } from './front-matter.ts';
import type { Piece } from './front-matter.ts';
import { TemplateError } from './template-error.ts';

interface Scope {
  readonly shape: Shape;
  /** Optional values that the surrounding sections have made sure of. */
  readonly certain: ReadonlySet<string>;
}

/**
 * Checks one piece of a template against the shape of its message.
 * @returns the first names of all tags met
 * @throws TemplateError for a tag that is unknown, unescaped, unclosed, or may be without value
 */
export function checkTags(file: string, piece: Piece, shape: Shape): Set<string> {
  const fail = (position: number, problem: string) =>
    new TemplateError(file, lineAt(piece, position), problem);
  const met = new Set<string>();

  const check = (tokens: TemplateSpans, scopes: readonly Scope[]): void => {
    for (const [type, name, start, , within] of tokens) {
      const children = Array.isArray(within) ? within : [];
      if (type === 'text' || type === '!') continue;
      if (type === '&') throw fail(start, `{{{${name}}}} would not be escaped; write {{${name}}}`);
      if (type === '>') throw fail(start, `{{> ${name}}}: partials are not supported`);
      if (type === '=') throw fail(start, `{{=${name}=}}: delimiters cannot be changed`);
      const found = resolve(scopes, name);
      if (found === undefined) throw fail(start, `{{${name}}} is not a variable of this message`);
      if (name !== '.') met.add(name.split('.')[0] ?? name);
      if (type === 'name') {
        if (found.uncertain !== undefined)
          throw fail(
            start,
            `{{${name}}} may be absent: put it inside {{#${found.uncertain}}}…{{/${found.uncertain}}}`,
          );
        if (found.shape.is !== 'text' && found.shape.is !== 'link')
          throw fail(start, `{{${name}}} is no text; ${advice(name, found.shape)}`);
      } else if (type === '^') {
        check(children, scopes);
      } else {
        check(children, [...scopes, inside(name, found.shape)]);
      }
    }
  };

  check(parse(piece.text, fail), [{ shape, certain: new Set() }]);
  return met;
}

/** Whether `path` leads to a value that is fit for the target of a link. */
export function isLink(shape: Shape, path: string): boolean {
  return resolve([{ shape, certain: new Set() }], path)?.shape.is === 'link';
}

function parse(text: string, fail: (position: number, problem: string) => TemplateError): TemplateSpans {
  try {
    return mustache.parse(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw fail(Number(/ at (\d+)$/.exec(problem)?.[1] ?? 0), problem.replace(/ at \d+$/, ''));
  }
}

/** Follows a dotted name from the innermost scope that knows its beginning, as Mustache does. */
function resolve(scopes: readonly Scope[], name: string): { shape: Shape; uncertain?: string } | undefined {
  const certain = new Set(scopes.flatMap((scope) => [...scope.certain]));
  if (name === '.') {
    const innermost = scopes.at(-1)?.shape;
    return innermost && { shape: innermost };
  }
  const [first = '', ...rest] = name.split('.');
  const scope = scopes.findLast(({ shape }) => shape.is === 'fields' && Object.hasOwn(shape.fields, first));
  if (!scope) return undefined;
  let shape: Shape | undefined = scope.shape;
  let uncertain: string | undefined;
  const walked: string[] = [];
  for (const step of [first, ...rest]) {
    if (shape.is === 'optional') shape = shape.of;
    if (shape.is !== 'fields' || !Object.hasOwn(shape.fields, step)) return undefined;
    shape = shape.fields[step];
    if (shape === undefined) return undefined;
    walked.push(step);
    if (shape.is === 'optional' && !certain.has(walked.join('.'))) uncertain = walked.join('.');
  }
  return {
    shape: shape.is === 'optional' ? shape.of : shape,
    ...(uncertain === undefined ? {} : { uncertain }),
  };
}

function inside(name: string, shape: Shape): Scope {
  return { shape: shape.is === 'list' ? shape.of : shape, certain: new Set([name]) };
}

function advice(name: string, shape: Shape): string {
  if (shape.is === 'fields')
    return `choose one of ${Object.keys(shape.fields)
      .map((field) => `${name}.${field}`)
      .join(', ')}`;
  return `use it as a section: {{#${name}}}…{{/${name}}}`;
}
