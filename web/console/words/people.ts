import { useSyncExternalStore } from 'react';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

let directory: readonly Colleague[] = [];
const listeners = new Set<() => void>();

/** Takes over whom the settings name; until then, and for those who have left since, names are made from ids. */
export function knowPeople(people: readonly Colleague[]): void {
  directory = people;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everybody the settings name, by name. */
export const usePeople = (): readonly Colleague[] => useSyncExternalStore(subscribe, () => directory);

/** How a colleague is called. */
export function nameOf(id: string): string {
  return directory.find((one) => one.id === id)?.name ?? nameFrom(id);
}

/** `ana-ruiz` is Ana Ruiz. */
function nameFrom(id: string): string {
  return id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}

/** What a timeline calls whoever did something. */
export function actorOf(id: string): string {
  const known: Readonly<Record<string, string>> = {
    candidate: 'The candidate',
    system: 'Hearback',
    timer: 'Hearback',
    mail: 'The mail service',
  };
  return known[id] ?? nameOf(id);
}
