/** Lambda alone ends a handler that takes too long: middy would a moment before, under a name that no machine tries again. */
export const endedByLambda = { timeoutEarlyInMillis: 0 };
