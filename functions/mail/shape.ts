/**
 * What a template may name: the form of a message's variables after formatting, without their values.
 * The build checks every tag against it, so that a rendered message never meets a tag without a meaning.
 */
export type Shape =
  | { readonly is: 'text' }
  /** Fit for the target of a link. */
  | { readonly is: 'link' }
  /** Only asked for in a section. */
  | { readonly is: 'flag' }
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'fields'; readonly fields: Readonly<Record<string, Shape>> }
  /** May be absent: tagged only inside its own section. */
  | { readonly is: 'optional'; readonly of: Shape };

export const text: Shape = { is: 'text' };
export const link: Shape = { is: 'link' };
export const flag: Shape = { is: 'flag' };
export const list = (of: Shape): Shape => ({ is: 'list', of });
export const optional = (of: Shape): Shape => ({ is: 'optional', of });
export const fields = (members: Readonly<Record<string, Shape>>): Shape => ({
  is: 'fields',
  fields: members,
});

/** Fields that are all text. */
export const texts = (...names: readonly string[]): Shape =>
  fields(Object.fromEntries(names.map((name) => [name, text])));

/** The members of a closed list, if that is what a template sees. */
export function kindsOf(shape: Shape | undefined): readonly string[] | undefined {
  if (shape?.is === 'optional') return kindsOf(shape.of);
  if (shape?.is !== 'fields') return undefined;
  return Object.values(shape.fields).every((member) => member.is === 'flag')
    ? Object.keys(shape.fields)
    : undefined;
}
