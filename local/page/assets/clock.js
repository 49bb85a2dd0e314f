import { advance } from './api.js';
import { fieldValue, fullTime, shortTime, until, zone } from './time.js';

const byId = (id) => document.getElementById(id);

/** Shows the cloud's time and the earliest timer of what runs. */
export function showClock({ now, executions }) {
  const time = byId('now');
  time.dateTime = now;
  time.textContent = `${fullTime(now)} ${zone(now)}`;
  const due = executions.flatMap(({ nextDue }) => (nextDue === undefined ? [] : [nextDue])).sort()[0];
  byId('next-due').textContent =
    due === undefined ? 'No timer is running.' : `Next timer ${until(due, now)}: ${shortTime(due)}`;
  const instant = byId('instant');
  if (instant.value === '') {
    instant.value = fieldValue(due ?? now);
  }
}

/** Wires the time travel: one step at a time, the buttons rest meanwhile. */
export function wireClock({ onTravelled, onFault }) {
  const buttons = document.querySelectorAll('.travel button');
  const travel = async (step) => {
    const result = byId('clock-result');
    buttons.forEach((button) => button.setAttribute('aria-disabled', 'true'));
    result.textContent = 'Travelling…';
    try {
      const { now, fired } = await advance(step);
      const timers = fired === 1 ? '1 timer ran' : `${fired} timers ran`;
      result.textContent = `It is ${fullTime(now)}; ${timers} on the way.`;
      byId('instant').value = '';
    } catch (error) {
      result.textContent = '';
      onFault(error);
    }
    buttons.forEach((button) => button.removeAttribute('aria-disabled'));
    onTravelled();
  };
  const start = (step) => {
    if (buttons[0]?.getAttribute('aria-disabled') !== 'true') {
      void travel(step);
    }
  };
  for (const button of document.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () => start(JSON.parse(button.dataset.advance)));
  }
  byId('travel-to').addEventListener('submit', (event) => {
    event.preventDefault();
    start({ to: new Date(byId('instant').value).toISOString() });
  });
}
