/** Admits `rate` requests a second in the long run and `burst` at once. */
export interface TokenBucket {
  /** Takes a token at an instant (epoch ms); false when there is none. */
  take(now: number): boolean;
}

export function createTokenBucket({
  rate,
  burst,
}: {
  readonly rate: number;
  readonly burst: number;
}): TokenBucket {
  let tokens = burst;
  let filledAt: number | undefined;
  return {
    take(now) {
      const elapsedSeconds = Math.max(0, now - (filledAt ?? now)) / 1000;
      filledAt = now;
      tokens = Math.min(burst, tokens + elapsedSeconds * rate);
      if (tokens < 1) {
        return false;
      }
      tokens -= 1;
      return true;
    },
  };
}
