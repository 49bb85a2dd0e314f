import { el, show } from './dom.js';
import { shortTime } from './time.js';

const when = (instant) => el('time', { datetime: instant, class: 'muted' }, shortTime(instant));

/** A call that the policies of its role did not allow. */
const denial = ({ at, caller, action, resource, message }) =>
  el(
    'li',
    { class: 'card' },
    el('div', { class: 'row' }, el('h2', {}, caller), when(at)),
    el('p', {}, el('code', {}, action), ' on ', el('code', {}, resource)),
    el('p', { class: 'muted' }, message),
  );

/** What could not be delivered after every attempt. */
const deadLetter = ({ at, queueArn, reason, body }) =>
  el(
    'li',
    { class: 'card' },
    el('div', { class: 'row' }, el('h2', {}, queueArn.split(':').at(-1)), when(at)),
    el('p', {}, reason),
    el('details', {}, el('summary', {}, 'Message'), el('pre', { class: 'text' }, body)),
  );

const group = (title, list, view) =>
  list.length === 0
    ? []
    : [el('h1', {}, `${title} (${list.length})`), el('ul', { class: 'cards' }, list.toReversed().map(view))];

/** Refused calls and dead letters: what would page somebody after a deployment. */
export function trouble(container, { denials, deadLetters }) {
  if (container.dataset.view !== 'trouble') {
    container.dataset.view = 'trouble';
    container.replaceChildren();
  }
  const none = el(
    'div',
    { class: 'empty' },
    el('h1', {}, 'No trouble'),
    el('p', { class: 'muted' }, 'Refused calls and undeliverable events would stand here.'),
  );
  const groups = [
    ...group('Calls that a role did not allow', denials, denial),
    ...group('Dead letters', deadLetters, deadLetter),
  ];
  show(container, ...(groups.length === 0 ? [none] : groups));
}
