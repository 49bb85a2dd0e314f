import * as api from './api.js';
import { showClock, wireClock } from './clock.js';
import { inbox } from './inbox.js';
import { journeys } from './journeys.js';
import { people } from './people.js';

const POLL_MS = 2000;
const SECTIONS = { inbox, journeys, people };

const container = document.getElementById('content');
const fault = document.getElementById('fault');
let state;

function showFault(error) {
  fault.textContent = error === undefined ? '' : `The laptop does not answer as it should: ${error.message}`;
  fault.hidden = error === undefined;
}

/** `#/inbox/<id>/text` as section and its arguments. */
function route() {
  const [section, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  return section in SECTIONS ? [section, rest] : ['inbox', []];
}

function draw() {
  if (state === undefined) {
    return;
  }
  const [section, rest] = route();
  for (const link of document.querySelectorAll('[data-section]')) {
    if (link.dataset.section === section) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  document.getElementById('inbox-count').textContent = String(state.mails.length);
  document.getElementById('journeys-count').textContent = String(
    state.executions.filter(({ status }) => status === 'RUNNING').length,
  );
  showClock(state);
  SECTIONS[section](container, state, rest, showFault);
}

async function refresh() {
  try {
    const [health, mails, executions, about] = await Promise.all([
      api.health(),
      api.mails(),
      api.executions(),
      state?.about ?? api.about(),
    ]);
    state = { now: health.now, mails, executions, about };
    showFault();
    draw();
  } catch (error) {
    showFault(error);
  }
}

/** One refresh after another, and none while nobody looks. */
async function poll() {
  if (document.visibilityState === 'visible') {
    await refresh();
  }
  setTimeout(() => void poll(), POLL_MS);
}

addEventListener('hashchange', () => {
  draw();
  // On a phone the content lies below the clock: what was asked for must come into view.
  if (container.getBoundingClientRect().top > innerHeight / 2 || container.getBoundingClientRect().top < 0) {
    container.scrollIntoView();
  }
});
container.addEventListener('redraw', draw);
wireClock({ onTravelled: () => void refresh(), onFault: showFault });
void poll();
