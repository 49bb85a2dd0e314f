import { useCallback, useEffect, useRef, useState } from 'react';

/** Something that is fetched: what came last stays while it is fetched again, and when that fails. */
export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
  readonly reload: () => Promise<void>;
  /** Puts something in its place without asking, until it is fetched again. */
  readonly replace: (value: Value) => void;
}

/** Fetches now, and again when `load` is another function: keep it with `useCallback`. */
export function useLoaded<Value>(load: () => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<{ value?: Value; error?: unknown; isLoading: boolean }>({
    isLoading: true,
  });
  const latest = useRef(0);
  const reload = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    setState((before) => ({ ...before, isLoading: true }));
    try {
      const value = await load();
      if (mine === latest.current) setState({ value, isLoading: false });
    } catch (error) {
      if (mine === latest.current) setState((before) => ({ ...before, error, isLoading: false }));
    }
  }, [load]);
  useEffect(() => {
    setState({ isLoading: true });
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);
  const replace = useCallback((value: Value) => setState({ value, isLoading: false }), []);
  return { value: state.value, error: state.error, isLoading: state.isLoading, reload, replace };
}

/** Does something every so often while the page is looked at, and whenever somebody comes back to it. */
export function useRefresh(refresh: () => Promise<void>, every = 30_000): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }, [refresh, every]);
}
