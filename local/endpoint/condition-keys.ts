import type { RoleModel } from '../assembly/model.ts';

/**
 * Condition keys that no local service fills in. With `ForAllValues` or `…IfExists` a missing key counts as a match,
 * so the laptop would allow what AWS refuses: a role that uses one is refused instead.
 */
const UNKNOWN = /"(dynamodb:[A-Za-z]+|ses:[A-Za-z]+|aws:(?:RequestTag|ResourceTag|PrincipalTag)[^"]*)":/;

/** Throws an Error that names the role and the condition key the laptop cannot decide by. */
export function checkConditionKeys(roles: readonly RoleModel[]): void {
  for (const { logicalId, policies } of roles) {
    for (const { document } of policies) {
      const key = UNKNOWN.exec(JSON.stringify(document))?.[1];
      if (key !== undefined)
        throw new Error(`${logicalId}: the condition key ${key} is not supported on the laptop`);
    }
  }
}
