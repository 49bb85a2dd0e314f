import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';

const context = createContext(true);

interface FirstProps {
  readonly isFirst: boolean;
  readonly children: ReactNode;
}

/** A part of a page, and whether it holds what is to be done first: a page has one primary button. */
export function First({ isFirst, children }: FirstProps) {
  const isOuter = useContext(context);
  return <context.Provider value={isOuter && isFirst}>{children}</context.Provider>;
}

/** How the main button of this part looks. */
export const useMainVariant = (): 'primary' | 'normal' => (useContext(context) ? 'primary' : 'normal');
