import { staffToken } from './api.js';
import { el } from './dom.js';

/** Puts a text on the clipboard and says so on the button for a moment. */
async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  const before = button.textContent;
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = before;
  }, 1500);
}

const copyButton = (title, label, textOf, onFault) =>
  el(
    'button',
    {
      type: 'button',
      'aria-label': label,
      click: ({ currentTarget }) =>
        textOf()
          .then((text) => copy(currentTarget, text))
          .catch(onFault),
    },
    title,
  );

const person = ({ userName, name, email, groups }, onFault) =>
  el(
    'li',
    { class: 'card' },
    el('h2', {}, name),
    el('p', {}, email, el('br'), el('span', { class: 'muted' }, groups.join(', ') || 'no group')),
    copyButton(
      'Copy a token for curl',
      `Copy a token of ${name}`,
      async () => (await staffToken(userName)).token,
      onFault,
    ),
  );

const apiKey = ({ name, value }, onFault) =>
  el(
    'li',
    { class: 'card' },
    el('h2', {}, name),
    el('p', {}, el('code', {}, value)),
    copyButton('Copy key', `Copy the key ${name}`, async () => value, onFault),
  );

/** Staff who can sign in, keys of the API, addresses to open. */
export function people(container, { about }, _, onFault) {
  if (container.dataset.view === 'people') {
    return;
  }
  container.dataset.view = 'people';
  container.replaceChildren(
    el('h1', {}, 'Links'),
    el(
      'ul',
      { class: 'links' },
      about.links.map(({ title, href }) => el('li', {}, el('a', { href }, title))),
    ),
    el('h1', {}, 'Staff'),
    el('p', { class: 'muted' }, 'The console asks who you are; no password is needed here.'),
    el(
      'ul',
      { class: 'cards' },
      about.staff.map((one) => person(one, onFault)),
    ),
    ...(about.apiKeys.length > 0
      ? [
          el('h1', {}, 'API keys'),
          el(
            'ul',
            { class: 'cards' },
            about.apiKeys.map((one) => apiKey(one, onFault)),
          ),
        ]
      : []),
  );
}
