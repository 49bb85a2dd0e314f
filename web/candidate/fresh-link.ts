import type { personApi } from '../../domain/api/person.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { call, Refused, Unreachable } from '../shared/api.ts';
import { find } from '../shared/dom.ts';
import { textIn } from '../shared/form-data.ts';
import { h, on } from '../shared/view.ts';
import type { View } from '../shared/view.ts';
import { linkWords } from './link-words.ts';

/** Asks for the address and has a fresh link sent to it. What is said afterwards is the same for every address. */
export function freshLinkForm(locale: Locale): View {
  const words = linkWords[locale];
  const form = h(
    'form',
    { class: 'application fresh-link', novalidate: true },
    h('h2', {}, words.ask),
    h('p', { id: 'hb-fresh-note' }, words.note),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'hb-fresh-email' }, words.email),
      h('input', {
        id: 'hb-fresh-email',
        name: 'email',
        type: 'email',
        autocomplete: 'email',
        required: true,
        'aria-describedby': 'hb-fresh-note',
      }),
    ),
    h('button', { class: 'button' }, words.send),
    h('p', { class: 'status', role: 'status' }),
  );
  const submit = (event: Event): void => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) void send(event.currentTarget, locale);
  };
  return on(form, { submit });
}

async function send(form: HTMLFormElement, locale: Locale): Promise<void> {
  const words = linkWords[locale];
  const status = find(form, '.status', HTMLElement);
  const button = find(form, 'button', HTMLButtonElement);
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  status.textContent = words.sending;
  const email = textIn(new FormData(form), 'email').trim();
  try {
    await call<typeof personApi.requestLink>('POST', '/api/candidate/links', { body: { email } });
    status.textContent = words.sent;
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    button.ariaDisabled = null;
    status.textContent = error instanceof Refused ? words.wrong : words.failed;
  }
}
