import { wording } from '../../../domain/api/intake/wording.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import type { FormWords } from './form-words.ts';
import { fieldsOf } from './problems.ts';
import type { Problems } from './problems.ts';

/** What to correct in a field, in the form's language. */
export function hintOf(kind: string, locale: Locale, words: FormWords): string {
  const { hints } = wording[locale];
  switch (kind) {
    case 'file':
      return words.resumeNeeded;
    case 'text':
    case 'email':
    case 'tel':
    case 'yes-no':
    case 'choices':
    case 'consent':
      return hints[kind];
    default:
      return hints.other;
  }
}

/** What the browser itself can tell is missing or malformed, before anything is sent. */
export function check(form: HTMLFormElement, locale: Locale, words: FormWords): Problems {
  const wrong = fieldsOf(form).filter(({ kind, element }) => {
    if (kind === 'file') return element.dataset['required'] !== undefined && uploadKey(element) === '';
    return [...element.querySelectorAll('input')].some(
      (control) => !control.validity.valid || (control.required && control.value.trim() === ''),
    );
  });
  return new Map(wrong.map(({ name, kind }) => [name, hintOf(kind, locale, words)]));
}

function uploadKey(element: HTMLElement): string {
  return element.querySelector<HTMLInputElement>('input[name="resumeKey"]')?.value ?? '';
}
