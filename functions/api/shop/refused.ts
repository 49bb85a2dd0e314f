import { shopProblem } from '../../../domain/api/shop.ts';
import { CodeExpired, CodeRedeemed, CodeReserved, CodeVoid } from '../../../domain/codes/code-errors.ts';
import { NotACode, parseCode, WrongCheckCharacter } from '../../../domain/codes/code.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { Refusal } from '../../runtime/refusal.ts';

/**
 * The code as it was issued, from what a customer typed.
 * @throws Refusal 422 when it was misread or mistyped
 */
export function codeOf(typed: string): string {
  try {
    return parseCode(typed);
  } catch (error) {
    if (!(error instanceof NotACode || error instanceof WrongCheckCharacter)) throw error;
    throw new Refusal(422, {
      detail: 'the code was misread',
      errors: [{ field: 'body.code', message: error.message }],
    });
  }
}

/** Does something with a code; why it cannot be done reads as a problem of its own kind. */
export async function namingRefusals<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof NotFound) {
    return new Refusal(404, { type: shopProblem.unknown, detail: 'this code was never issued' });
  }
  const type = kindOf(error);
  return type && error instanceof Error ? new Refusal(409, { type, detail: error.message }) : error;
}

function kindOf(error: unknown): string | undefined {
  if (error instanceof CodeReserved) return shopProblem.reserved;
  if (error instanceof CodeRedeemed) return shopProblem.redeemed;
  if (error instanceof CodeVoid) return shopProblem.void;
  return error instanceof CodeExpired ? shopProblem.expired : undefined;
}
