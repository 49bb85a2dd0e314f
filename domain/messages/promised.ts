/** Variables that name the date for which something is awaited. */
const naming = [
  'decisionDue',
  'newDate',
  'arrangedBy',
  'startsAt',
  'nextBy',
  'outcomeDue',
  'callBy',
  'feedbackDue',
  'answerDue',
];

/** The latest date for which a message with these variables has something awaited, or undefined. */
export function promisedIn(variables: object): string | undefined {
  return Object.entries(variables)
    .flatMap(([name, value]): string[] => (naming.includes(name) && typeof value === 'string' ? [value] : []))
    .toSorted()
    .at(-1);
}
