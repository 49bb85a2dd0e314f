import { useSyncExternalStore } from 'react';

/** What the service's clock showed, and when that was on this page's own stopwatch. Milliseconds. */
let noted = { at: performance.now(), time: Date.now() };
const listeners = new Set<() => void>();
const step = 1000;

/** Deadlines are the service's: a wrong clock on somebody's desk must not show the wrong time left. */
export function noteServerTime(date: string | null): void {
  const time = Date.parse(date ?? '');
  if (!Number.isNaN(time)) noted = { at: performance.now(), time };
}

/** The service's time in epoch milliseconds. */
export function serverNow(): number {
  return noted.time + performance.now() - noted.at;
}

setInterval(() => {
  for (const listener of listeners) listener();
}, step);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The service's time, rounded down to what the page shows; it redraws only when that changes. */
export function useNow(every: number = 15_000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(serverNow() / every) * every);
}
