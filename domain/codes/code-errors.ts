import type { CodeState } from './code-life.ts';

/** The code is reserved for another order. */
export class CodeReserved extends Error {
  override readonly name = 'CodeReserved';
}

/** The code was redeemed, for another order if an order was named. */
export class CodeRedeemed extends Error {
  override readonly name = 'CodeRedeemed';
}

/** The code was made void. */
export class CodeVoid extends Error {
  override readonly name = 'CodeVoid';
}

/** The code's time is over. */
export class CodeExpired extends Error {
  override readonly name = 'CodeExpired';
}

/** The code is neither used nor over, so what was asked of it makes no sense. */
export class CodeStillValid extends Error {
  override readonly name = 'CodeStillValid';
}

const errors = {
  issued: CodeStillValid,
  reserved: CodeReserved,
  redeemed: CodeRedeemed,
  void: CodeVoid,
  expired: CodeExpired,
} as const satisfies Record<CodeState, new (message: string) => Error>;

/** The error that says why a code in this state cannot do what was asked. */
export const refusal = (state: CodeState, asked: string): Error =>
  new errors[state](`A code that is ${state} cannot be ${asked}.`);
