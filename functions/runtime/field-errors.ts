import type * as z from 'zod';
import type { FieldError } from '../../domain/api/problem.ts';

/** What does not fit, field by field; an unknown field is named itself, not the object it stands in. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        message: 'is not a known field',
      }));
    }
    return [{ field: issue.path.join('.'), message: issue.message }];
  });
}
