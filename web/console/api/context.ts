import { createContext, useContext } from 'react';
import type { Me } from '../session/session.ts';
import type { Call } from './call.ts';

export interface Signed {
  readonly me: Me;
  readonly call: Call;
  readonly signIn: () => void;
  readonly signOut: () => void;
}

const context = createContext<Signed | undefined>(undefined);
export const SignedIn = context.Provider;

/** Whoever is signed in, and the way to the API. */
export function useSigned(): Signed {
  const signed = useContext(context);
  if (signed === undefined) throw new Error('nobody is signed in');
  return signed;
}
