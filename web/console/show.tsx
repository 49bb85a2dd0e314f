import 'virtual:theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { Opened } from './session/opening.ts';
import { followColourScheme } from './shell/colour-scheme.ts';

/** Shows the console in an element, as soon as somebody is signed in. */
export function show(place: HTMLElement, opening: Promise<Opened>): void {
  followColourScheme();
  createRoot(place).render(<App opening={opening} />);
}
