import type * as z from 'zod';

const formats: Readonly<Record<string, string>> = {
  url: 'Write a whole address, such as https://www.example.com.',
  email: 'Write an e-mail address.',
  date: 'Write a day like 2026-12-24.',
};

/**
 * What does not fit, as a person who edits a form would be told; nothing where the schema has words of its own, or
 * where only somebody who knows the schema can be helped.
 */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big') return tooBig(issue);
  if (issue.code === 'invalid_format') return formats[issue.format];
  if (issue.code === 'invalid_union' && issue.path?.at(-1) === 'value')
    return 'Write what it is worth: a percentage, or an amount.';
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return 'This is missing.';
  return issue.expected === 'number' || issue.expected === 'int' ? 'Write a number.' : undefined;
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'string')
    return minimum === 1 ? 'Write something here.' : `Write at least ${minimum} characters.`;
  if (origin === 'array') return minimum === 1 ? 'There must be one.' : `There must be ${minimum}.`;
  return inclusive === false ? `It must be more than ${minimum}.` : `It must be ${minimum} or more.`;
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (origin === 'string') return `Write at most ${maximum} characters.`;
  if (origin === 'array') return `There may be ${maximum} at most.`;
  return inclusive === false ? `It must be less than ${maximum}.` : `It must be ${maximum} or less.`;
}
