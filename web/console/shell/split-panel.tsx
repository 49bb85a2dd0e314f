import { createContext, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';

/** A panel beside the page, and what closing it means. */
export interface Panel {
  readonly content: ReactNode;
  readonly onClose: () => void;
}

const context = createContext<(panel: Panel | undefined) => void>(() => undefined);
export const SplitPanelPlace = context.Provider;

/** Shows a panel beside the page for as long as the page gives one. */
export function useSplitPanel(panel: Panel | undefined): void {
  const place = useContext(context);
  useEffect(() => {
    place(panel);
  });
  useEffect(() => () => place(undefined), [place]);
}
