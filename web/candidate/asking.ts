import type { candidateApi } from '../../domain/api/candidate.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { call, Refused, Unreachable } from '../shared/api.ts';
import { find } from '../shared/dom.ts';
import { textIn } from '../shared/form-data.ts';
import { questionWords } from './question-words.ts';
import { windowText } from './questions-view.ts';

type Bearer = string | undefined;

/** One key for one question, however often the button is pressed or the network fails. */
let key = crypto.randomUUID();

/** Shows or hides what a call needs; the windows are asked for when they are wanted, as they hold for minutes. */
export async function chooseWay(
  form: HTMLFormElement,
  wants: string,
  bearer: Bearer,
  locale: Locale,
): Promise<void> {
  const needed = find(form, '.call', HTMLElement);
  needed.hidden = wants !== 'call';
  if (!needed.hidden) await offerWindows(form, bearer, locale);
}

async function offerWindows(form: HTMLFormElement, bearer: Bearer, locale: Locale): Promise<void> {
  const words = questionWords[locale];
  const status = find(form, '.status', HTMLElement);
  try {
    const { windows, phone } = await call<typeof candidateApi.readCallWindows>(
      'GET',
      '/api/candidate/call-windows',
      { bearer },
    );
    const field = find(form, '[name="phone"]', HTMLInputElement);
    if (field.value === '' && phone !== null) field.value = phone;
    find(form, '[name="window"]', HTMLSelectElement).replaceChildren(
      ...windows.map((window) => new Option(windowText(window, locale), `${window.from}/${window.to}`)),
    );
    if (windows.length === 0) status.textContent = words.noWindow;
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    status.textContent = words.notSent;
  }
}

/** Sends a question; true once it is asked. What is missing or refused is said below the button. */
export async function sendQuestion(form: HTMLFormElement, bearer: Bearer, locale: Locale): Promise<boolean> {
  const words = questionWords[locale];
  const status = find(form, '.status', HTMLElement);
  const button = find(form, 'button', HTMLButtonElement);
  const data = new FormData(form);
  const text = textIn(data, 'text').trim();
  const wants = textIn(data, 'wants');
  const [from, to] = textIn(data, 'window').split('/');
  const complain = (message: string, field: string): false => {
    status.textContent = message;
    form.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
    return false;
  };
  if (text === '') return complain(words.missing, 'text');
  if (button.ariaDisabled === 'true') return false;
  button.ariaDisabled = 'true';
  status.textContent = words.sending;
  try {
    await call<typeof candidateApi.ask>('POST', '/api/candidate/questions', {
      bearer,
      headers: { 'idempotency-key': key },
      body:
        wants === 'call'
          ? { wants, text, phone: textIn(data, 'phone'), window: { from, to } }
          : { wants, text },
    });
    key = crypto.randomUUID();
    return true;
  } catch (error) {
    if (error instanceof Unreachable) return complain(words.notSent, 'text');
    if (!(error instanceof Refused)) throw error;
    // What was refused was not asked: another attempt is another request.
    key = crypto.randomUUID();
    const fields = error.problem?.errors?.map(({ field }) => field) ?? [];
    if (fields.includes('body.phone')) return complain(words.notPhone, 'phone');
    if (fields.some((field) => field.startsWith('body.window'))) {
      await offerWindows(form, bearer, locale);
      return complain(words.gone, 'window');
    }
    return complain(error.status === 409 ? words.enough : words.missing, 'text');
  } finally {
    button.ariaDisabled = null;
  }
}
