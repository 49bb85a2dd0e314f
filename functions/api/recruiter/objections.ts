import { Refusal } from '../../runtime/refusal.ts';

/**
 * Refuses a body that fits the contract and not the rules, field by field.
 * @throws Refusal 422
 */
export function refuseObjections(
  objections: readonly { readonly path: string; readonly message: string }[],
): void {
  if (objections.length === 0) return;
  throw new Refusal(422, {
    detail: 'the rules do not allow this; see errors',
    errors: objections.map(({ path, message }) => ({ field: `body.${path}`, message })),
  });
}
