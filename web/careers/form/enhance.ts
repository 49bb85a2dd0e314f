import { formFieldOf, submissionOfForm } from '../../../domain/api/intake/form.ts';
import type { FormFields } from '../../../domain/api/intake/form.ts';
import { Refused, Unreachable } from '../../shared/api.ts';
import { ownZone } from '../../shared/dates.ts';
import { find, render } from '../../shared/dom.ts';
import { languageOf } from '../../shared/language.ts';
import { h, on } from '../../shared/view.ts';
import type { Child } from '../../shared/view.ts';
import { check, hintOf } from './check.ts';
import { formWords } from './form-words.ts';
import { fieldsOf, showProblem, showProblems } from './problems.ts';
import { recommendedBy } from './recommended.ts';
import { mountResumeField } from './resume-field.ts';
import { Sender } from './sender.ts';

/** Seconds until a try that got no answer is repeated. */
const pauses = [3, 10, 30, 60];

/**
 * Makes a plain application form kind: it says at each field what is wrong, uploads a résumé, sends once
 * however often the button is pressed, and keeps everything when the network fails.
 * @param site where the API is, without a trailing slash; empty for this site
 */
export function enhance(form: HTMLFormElement, site: string): void {
  const locale = languageOf([form.dataset['locale'] ?? null]);
  const words = formWords[locale];
  const status = find(form, '.status', HTMLElement);
  const button = find(form, 'button[type="submit"]', HTMLButtonElement);
  find(form, 'input[name="ref"]', HTMLInputElement).value = recommendedBy() ?? '';
  const sender = new Sender(site);
  const uploads = fieldsOf(form)
    .filter(({ kind }) => kind === 'file')
    .map(({ name, element }) =>
      mountResumeField({
        field: element,
        locale,
        words,
        site,
        complain: (message) => showProblem(form, name, element, message),
      }),
    );
  let busy = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  const say = (...said: readonly Child[]): void => {
    status.classList.toggle('waiting', said.length > 0 && !busy);
    render(status, ...said);
  };

  const send = async (): Promise<void> => {
    if (busy) return;
    clearTimeout(waiting);
    waiting = undefined;
    const problems = check(form, locale, words);
    showProblems(form, problems, words);
    if (problems.size > 0) return say();
    if (uploads.some((field) => field.busy())) return say(words.stillUploading);
    setBusy(true);
    say(words.sending);
    try {
      const { statusUrl } = await sender.send({ ...submissionOfForm(valuesOf(form)), zone: ownZone() });
      globalThis.location.assign(statusUrl);
    } catch (error) {
      setBusy(false);
      failed(error);
    }
  };

  const setBusy = (now: boolean): void => {
    busy = now;
    button.setAttribute('aria-disabled', String(now));
  };

  const failed = (error: unknown): void => {
    if (error instanceof Unreachable) return tryLater();
    if (!(error instanceof Refused)) throw error;
    tries = 0;
    const wrong = (error.problem?.errors ?? []).map(({ field, message }) =>
      formFieldOf({ field: field.replace(/^body\./, ''), message }),
    );
    const known = fieldsOf(form).filter(({ name }) => wrong.includes(name));
    if (known.length === 0) return say(error.status === 409 ? words.jobClosed : words.refused);
    say();
    showProblems(form, new Map(known.map(({ name, kind }) => [name, hintOf(kind, locale, words)])), words);
  };

  const tryLater = (): void => {
    const seconds = pauses[Math.min(tries, pauses.length - 1)] ?? 60;
    tries += 1;
    waiting = setTimeout(() => void send(), seconds * 1000);
    const again = h('button', { type: 'button', class: 'plain' }, words.tryAgain);
    say(`${navigator.onLine ? words.unreachable : words.offline} `, on(again, { click: () => void send() }));
  };

  globalThis.addEventListener('online', () => {
    if (waiting !== undefined) void send();
  });
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
}

/** The form as a browser would send it: a list where a name comes more than once. */
function valuesOf(form: HTMLFormElement): FormFields {
  const data = new FormData(form);
  return Object.fromEntries(
    [...new Set(data.keys())].map((name) => {
      const values = data.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
