import { useCallback, useSyncExternalStore } from 'react';

/** Texts while they are written, by what they are about. They outlive the form, not the page. */
export interface Kept<Text> {
  readonly of: (key: string) => Text;
  readonly put: (key: string, text: Text | undefined) => void;
  /** The text of a key, wherever it is shown, and a way to change it. */
  readonly use: (key: string) => [Text, (text: Text) => void];
}

/** Keeps what is written in this page's memory, so that no refusal, reload of data or closed panel loses a word. */
export function keep<Text>(empty: Text): Kept<Text> {
  const texts = new Map<string, Text>();
  const listeners = new Set<() => void>();
  const of = (key: string): Text => texts.get(key) ?? empty;
  const put = (key: string, text: Text | undefined) => {
    if (text === undefined) texts.delete(key);
    else texts.set(key, text);
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    of,
    put,
    use(key) {
      const text = useSyncExternalStore(subscribe, () => of(key));
      return [text, useCallback((next: Text) => put(key, next), [key])];
    },
  };
}
