import * as api from './api.js';
import { showClock, wireClock } from './clock.js';
import { inbox } from './inbox.js';
import { journeys } from './journeys.js';
import { people } from './people.js';
import { trouble } from './trouble.js';

const POLL_MS = 2000;
const SECTIONS = { inbox, journeys, trouble, people };

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
  const counts = {
    inbox: state.mails.length,
    journeys: state.executions.filter(({ status }) => status === 'RUNNING').length,
    trouble: state.denials.length + state.deadLetters.length,
  };
  for (const [name, count] of Object.entries(counts)) {
    document.getElementById(`${name}-count`).textContent = String(count);
  }
  document.getElementById('trouble-count').classList.toggle('late', counts.trouble > 0);
  showClock(state);
  SECTIONS[section](container, state, rest, showFault);
}

async function refresh() {
  try {
    const [{ now }, mails, executions, denials, deadLetters, about] = await Promise.all([
      api.health(),
      api.mails(),
      api.executions(),
      api.denials(),
      api.deadLetters(),
      state?.about ?? api.about(),
    ]);
    state = { now, mails, executions, denials, deadLetters, about };
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
