import { badge, el, show } from './dom.js';
import { fullTime, shortTime } from './time.js';
import { displayName, fileSize, headerText } from './words.js';

const FATES = {
  bounced: ['late', '✕', 'bounced'],
  complained: ['soon', '!', 'complained'],
  suppressed: ['late', '⊘', 'suppressed'],
  'globally-suppressed': ['late', '⊘', 'suppressed'],
};

/** Marks of the recipients the mail did not simply reach. */
const fates = (mail) =>
  [...new Set(Object.values(mail.outcomes ?? {}))]
    .filter((fate) => fate in FATES)
    .map((fate) => badge(...FATES[fate]));

function entry(mail, isOpen) {
  return el(
    'li',
    {},
    el(
      'a',
      { href: `#/inbox/${mail.id}`, 'aria-current': isOpen ? 'true' : undefined },
      el(
        'span',
        { class: 'row' },
        el('strong', {}, mail.to.map(displayName).join(', ')),
        el('time', { datetime: mail.at, class: 'muted' }, shortTime(mail.at)),
      ),
      el('span', { class: 'subject' }, mail.subject),
      el(
        'span',
        { class: 'row muted' },
        el('span', {}, mail.tags?.message ?? ''),
        el(
          'span',
          {},
          ...fates(mail),
          mail.attachments.length > 0 ? ` ${mail.attachments.length} attached` : '',
        ),
      ),
    ),
  );
}

const fact = (name, value) => [el('dt', {}, name), el('dd', {}, value)];

function facts(mail) {
  const addresses = (list) => list.map(headerText).join(', ');
  return el(
    'dl',
    { class: 'facts' },
    fact('From', headerText(mail.from)),
    fact('To', addresses(mail.to)),
    mail.replyTo?.length > 0 ? fact('Reply to', addresses(mail.replyTo)) : [],
    fact('Sent', fullTime(mail.at)),
    Object.entries(mail.tags ?? {}).length > 0
      ? fact(
          'Tags',
          Object.entries(mail.tags)
            .map(([name, value]) => el('code', {}, `${name}=${value}`))
            .flatMap((tag) => [tag, ' ']),
        )
      : [],
  );
}

const attachments = (mail) =>
  el(
    'ul',
    { class: 'attachments' },
    mail.attachments.map(({ fileName, contentType, size }, position) =>
      el(
        'li',
        {},
        el('a', { href: `/_local/mail/${mail.id}/attachments/${position}`, download: fileName }, fileName),
        el('span', { class: 'muted' }, ` ${contentType}, ${fileSize(size)}`),
      ),
    ),
  );

const PARTS = {
  html: {
    title: 'Mail',
    has: (mail) => mail.html !== undefined,
    view: (mail) =>
      el('iframe', {
        title: `Mail: ${mail.subject}`,
        src: `/_local/mail/${mail.id}/html`,
        sandbox: 'allow-popups allow-popups-to-escape-sandbox',
      }),
  },
  text: {
    title: 'Text',
    has: (mail) => mail.text !== undefined,
    view: (mail) => el('pre', { class: 'text', tabindex: '0' }, mail.text),
  },
  headers: {
    title: 'Headers',
    has: (mail) => Object.keys(mail.headers).length > 0,
    view: (mail) =>
      el(
        'dl',
        { class: 'facts headers' },
        Object.entries(mail.headers).map(([name, value]) => fact(name, headerText(value))),
      ),
  },
};

function reader(mail, wanted) {
  const parts = Object.entries(PARTS).filter(([, part]) => part.has(mail));
  const [name, part] = parts.find(([key]) => key === wanted) ?? parts[0] ?? [];
  return el(
    'article',
    { class: 'reader' },
    el('a', { class: 'back', href: '#/inbox' }, '← Inbox'),
    el('h1', {}, mail.subject, ' ', ...fates(mail)),
    facts(mail),
    mail.attachments.length > 0 ? attachments(mail) : '',
    el(
      'nav',
      { 'aria-label': 'Parts of the mail', class: 'parts' },
      parts.map(([key, { title }]) =>
        el(
          'a',
          { href: `#/inbox/${mail.id}/${key}`, 'aria-current': key === name ? 'true' : undefined },
          title,
        ),
      ),
    ),
    part?.view(mail) ?? '',
  );
}

const nothing = (title, advice) =>
  el('div', { class: 'empty' }, el('h1', {}, title), el('p', { class: 'muted' }, advice));

const fits = (mail, words) =>
  [mail.subject, ...mail.to, mail.tags?.message ?? ''].join(' ').toLowerCase().includes(words);

/** The inbox: newest first, and one mail beside it. `id` and `part` come from the address. */
export function inbox(container, { mails }, [id, part]) {
  if (container.dataset.view !== 'inbox') {
    container.dataset.view = 'inbox';
    const filter = el('input', {
      id: 'filter',
      type: 'search',
      placeholder: 'Address, subject or message',
      input: () => container.dispatchEvent(new Event('redraw')),
    });
    container.replaceChildren(
      el(
        'div',
        { class: 'split' },
        el(
          'div',
          { class: 'list' },
          el('label', { for: 'filter', class: 'hidden' }, 'Filter mail'),
          filter,
          el('ul', { class: 'entries' }),
        ),
        el('div', { class: 'detail' }),
      ),
    );
  }
  const words = container.querySelector('#filter').value.trim().toLowerCase();
  const shown = mails.toReversed().filter((mail) => fits(mail, words));
  const open = mails.find((mail) => mail.id === id);
  container.firstElementChild.classList.toggle('open', open !== undefined);
  show(
    container.querySelector('.entries'),
    shown.map((mail) => entry(mail, mail === open)),
  );
  const detail = container.querySelector('.detail');
  const key = `${id} ${part} ${open === undefined} ${mails.length === 0}`;
  // Drawing the same mail again would load its frame anew.
  if (detail.dataset.key !== key) {
    detail.dataset.key = key;
    const empty =
      mails.length === 0
        ? nothing('No mail yet', 'Apply for a job on the careers page and the acknowledgement lands here.')
        : nothing('Choose a mail', `${mails.length} so far, newest on top.`);
    detail.replaceChildren(open === undefined ? empty : reader(open, part));
  }
}
