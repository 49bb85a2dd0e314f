import { find, render } from '../../shared/dom.ts';
import { h, on } from '../../shared/view.ts';
import { idOf, problemIdOf } from './field-view.ts';
import type { FormWords } from './form-words.ts';

/** What a form says when answers do not fit. */
type ProblemWords = Pick<FormWords, 'error' | 'problems'>;

/** What is wrong, by the name of the field. */
export type Problems = ReadonlyMap<string, string>;

/** Every field of the form, by its name. */
export function fieldsOf(form: HTMLFormElement): { name: string; kind: string; element: HTMLElement }[] {
  return [...form.querySelectorAll<HTMLElement>('[data-field]')].map((element) => ({
    name: element.dataset['field'] ?? '',
    kind: element.dataset['kind'] ?? '',
    element,
  }));
}

/**
 * Says beside each field what is wrong with it, and above the form all of it with a way to each; the
 * summary takes the focus. No problems take all of that away again.
 */
export function showProblems(form: HTMLFormElement, problems: Problems, words: ProblemWords): void {
  for (const { name, element } of fieldsOf(form)) showProblem(form, name, element, problems.get(name));
  const summary = find(form, '.summary', HTMLElement);
  summary.hidden = problems.size === 0;
  const links = fieldsOf(form).flatMap(({ name, element }) => {
    const message = problems.get(name);
    if (message === undefined) return [];
    const said = `${labelOf(element)} ${message}`;
    return [h('li', {}, on(h('a', { href: `#${idOf(name)}` }, said), { click: jumpTo(form, name) }))];
  });
  render(
    summary,
    problems.size > 0 && h('h2', {}, words.problems(problems.size)),
    problems.size > 0 && h('ul', {}, ...links),
  );
  if (problems.size > 0) summary.focus();
  nameInTitle(form, words.error, problems.size > 0);
}

/** Says beside one field what is wrong with it, or nothing any more. */
export function showProblem(
  form: HTMLFormElement,
  name: string,
  element: HTMLElement,
  message: string | undefined,
): void {
  element.classList.toggle('wrong', message !== undefined);
  const place = find(form, `#${CSS.escape(problemIdOf(name))}`, HTMLElement);
  place.hidden = message === undefined;
  place.textContent = message ?? '';
  for (const control of element.querySelectorAll('input, textarea')) {
    if (message === undefined) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  }
}

/** What a field asks, as a sentence of its own. */
function labelOf(field: HTMLElement): string {
  const label = field.querySelector('legend, label')?.textContent ?? '';
  return /[?.]$/.test(label) ? label : `${label}.`;
}

/** Inside a shadow root an address with `#` leads nowhere, so the link moves the focus itself. */
function jumpTo(form: HTMLFormElement, name: string): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    const control = form.querySelector<HTMLElement>(`#${CSS.escape(idOf(name))}`);
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  };
}

/** A page of ours says so in its title; a foreign page's title is not ours to change. */
function nameInTitle(form: HTMLFormElement, error: string, wrong: boolean): void {
  if (form.getRootNode() !== document) return;
  const plain = document.title.replace(`${error} `, '');
  document.title = wrong ? `${error} ${plain}` : plain;
}
