import { useEffect, useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { useSigned } from '../api/context.ts';
import type { Previewed, Sources } from './data.ts';

/** A message as people would read it, and what is wrong with it; written anew shortly after each change. */
export interface PreviewState {
  readonly value: Previewed | undefined;
  readonly error: unknown;
  /** The text has changed since. */
  readonly isStale: boolean;
  readonly retry: () => void;
}

const pause = 500;

/** Has the server render the sources of a message with its samples. Keep `sources` the same between renders. */
export function usePreview(message: MessageName, sources: Sources): PreviewState {
  const { call } = useSigned();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ of?: Sources; value?: Previewed; error?: unknown }>({});
  useEffect(() => {
    let isOver = false;
    const write = async () => {
      try {
        const value = await call(adminApi.previewTemplate, { params: { message }, body: { sources } });
        if (!isOver) setState({ of: sources, value });
      } catch (error) {
        if (!isOver) setState((before) => ({ ...before, of: sources, error }));
      }
    };
    const timer = setTimeout(() => void write(), pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [call, message, sources, attempt]);
  const { of, value, error } = state;
  return { value, error, isStale: of !== sources, retry: () => setAttempt(attempt + 1) };
}
