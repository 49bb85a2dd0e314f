import { readConfig } from './config.ts';
import { Session } from './session.ts';
import type { Me } from './session.ts';

/** A session, and whose it is: nobody's while the browser is on its way to the sign-in pages. */
export interface Opened {
  readonly session: Session;
  readonly me: Me | undefined;
}

/** Signs in, or goes on with a sign-in that comes back. @throws Error when that was refused, or cannot be reached */
export async function open(): Promise<Opened> {
  const session = new Session(await readConfig());
  return { session, me: await session.open() };
}
