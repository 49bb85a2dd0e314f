/**
 * Makes an element. Attributes by name (`class`, `href`, `hidden: true`); a function is a listener, e.g. `click`.
 * Children are nodes or text, empty ones left out: text never becomes markup.
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== ''));
  return node;
}

/** Replaces what an element holds, only when it differs: a poll must not take selection or focus away. */
export function show(container, ...children) {
  const next = el('div', {}, ...children);
  if (next.innerHTML === container.innerHTML) {
    return;
  }
  const focused = container.contains(document.activeElement)
    ? document.activeElement.getAttribute('href')
    : null;
  container.replaceChildren(...next.childNodes);
  if (focused !== null) {
    container.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  }
}

/** A word with its mark: status is never colour alone. */
export function badge(tone, mark, word) {
  return el('span', { class: `badge ${tone}` }, el('span', { 'aria-hidden': 'true' }, mark), ` ${word}`);
}
