/** The statuses of replies that raced each other, lowest first. */
export function statuses(replies: readonly { readonly statusCode: number }[]): number[] {
  return replies.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other);
}
