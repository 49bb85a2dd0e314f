import './trusted-types.ts';
import './console.css';
import { open } from './session/opening.ts';
import { isBack } from './session/session.ts';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');

/** A word to whoever waits, before anything is there to draw with. */
function say(text: string, ...more: HTMLElement[]): void {
  const words = document.createElement('p');
  words.role = 'status';
  words.textContent = text;
  const boot = document.createElement('main');
  boot.className = 'boot';
  boot.append(words, ...more);
  place?.replaceChildren(boot);
}

/** The rest of the console: two megabytes that nobody needs on the way to the sign-in pages. */
async function load(at: HTMLElement, opening: ReturnType<typeof open>): Promise<void> {
  const loaded = await import('./show.tsx').catch(() => undefined);
  if (loaded) loaded.show(at, opening);
  else {
    const again = document.createElement('button');
    again.textContent = 'Try again';
    again.addEventListener('click', () => location.reload());
    say('The console could not be loaded.', again);
  }
}

say('Signing you in');
const back = isBack();
const opening = open();
// Whoever cannot even be sent to the sign-in pages is told so by the console, too.
if (back) void load(place, opening);
else opening.catch(() => load(place, opening));
