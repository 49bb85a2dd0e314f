import { badge, el, show } from './dom.js';
import { shortTime, until } from './time.js';

const STATUS = {
  RUNNING: ['brand', '●', 'running'],
  SUCCEEDED: ['kept', '✓', 'ended'],
  FAILED: ['late', '✕', 'failed'],
  TIMED_OUT: ['late', '✕', 'timed out'],
  ABORTED: ['soon', '■', 'aborted'],
};

const when = (instant) => el('time', { datetime: instant }, shortTime(instant));

function journey({ arn, name, machine, status, startDate, stopDate, currentStates, nextDue }, now) {
  return el(
    'li',
    { class: 'card' },
    el(
      'div',
      { class: 'row' },
      el('h2', {}, machine),
      badge(...(STATUS[status] ?? ['soon', '?', status.toLowerCase()])),
    ),
    el('p', { class: 'name' }, el('code', {}, name)),
    currentStates.length > 0
      ? el(
          'p',
          {},
          currentStates.map((state) => el('span', { class: 'state' }, state)),
        )
      : '',
    nextDue === undefined
      ? ''
      : el('p', { class: 'due' }, 'Next timer ', el('strong', {}, until(nextDue, now)), ', ', when(nextDue)),
    el(
      'p',
      { class: 'muted' },
      'Started ',
      when(startDate),
      stopDate === undefined ? '' : ', ended ',
      stopDate === undefined ? '' : when(stopDate),
      ' · ',
      el('a', { href: `/_local/executions/${encodeURIComponent(arn)}` }, 'history'),
    ),
  );
}

/** What acts next stands first; what has ended, newest first, after it. */
function inOrder(executions) {
  const due = ({ nextDue }) => (nextDue === undefined ? Infinity : new Date(nextDue).getTime());
  const running = executions
    .filter(({ status }) => status === 'RUNNING')
    .sort((a, b) => due(a) - due(b) || a.startDate.localeCompare(b.startDate));
  const ended = executions
    .filter(({ status }) => status !== 'RUNNING')
    .sort((a, b) => (b.stopDate ?? '').localeCompare(a.stopDate ?? ''));
  return { running, ended };
}

const group = (title, list, now) => [
  el('h1', {}, `${title} (${list.length})`),
  el(
    'ul',
    { class: 'cards' },
    list.map((one) => journey(one, now)),
  ),
];

/** Executions of the state machines. */
export function journeys(container, { executions, now }) {
  if (container.dataset.view !== 'journeys') {
    container.dataset.view = 'journeys';
    container.replaceChildren();
  }
  const { running, ended } = inOrder(executions);
  const empty = el(
    'div',
    { class: 'empty' },
    el('h1', {}, 'No journey yet'),
    el('p', { class: 'muted' }, 'Each application starts one.'),
  );
  show(
    container,
    ...(executions.length === 0 ? [empty] : []),
    ...(running.length > 0 ? group('Running', running, now) : []),
    ...(ended.length > 0 ? group('Ended', ended, now) : []),
  );
}
