import { useSyncExternalStore } from 'react';

/** Cloudscape's own point below which it lays pages out for a phone. */
const narrow = matchMedia('(max-width: 688px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
