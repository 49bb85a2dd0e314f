import type { Child, View } from './view.ts';

/** The element a view stands for, without ever parsing HTML. */
export function create({ tag, attributes, children, handlers = {} }: View): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, listen] of Object.entries(handlers)) element.addEventListener(name, listen);
  element.append(...nodes(children));
  return element;
}

/** Puts views in place of whatever is in an element. */
export function render(into: ParentNode, ...views: readonly Child[]): void {
  into.replaceChildren(...nodes(views));
}

function nodes(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child): (Node | string)[] => {
    if (child === undefined || child === false) return [];
    return typeof child === 'string' ? [child] : [create(child)];
  });
}

/**
 * The element that a page of ours is known to have.
 * @throws Error when page and script do not belong together
 */
export function find<Wanted extends Element>(
  root: ParentNode,
  selector: string,
  type: new () => Wanted,
): Wanted {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`the page has no ${selector}`);
}
