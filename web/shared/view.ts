/** What an element carries: `false` and `undefined` leave an attribute out, `true` gives it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What happens on an element, by the name of the event. Only a page in a browser has any. */
export type Handlers = Readonly<Record<string, (event: Event) => void>>;

export type Child = View | string | undefined | false;

/** A piece of a page, before it is HTML or DOM: the same views make static pages and live ones. */
export interface View {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
  readonly handlers?: Handlers;
}

/** An element: `h('a', { href }, 'All jobs')`. */
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): View {
  return { tag, attributes, children };
}

/** The same element, listening. */
export function on(view: View, handlers: Handlers): View {
  return { ...view, handlers };
}
