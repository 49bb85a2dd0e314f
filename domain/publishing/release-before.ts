import type { Release } from './release.ts';

/**
 * The release to roll back to from the one that is live: that which was live before it. One that brought another back
 * stands for that one, so rolling back again goes further back; one that was tried and taken back was never live.
 * `releases` are all there are, newest first. Gives nothing when there was none before.
 */
export function releaseBefore(live: number, releases: readonly Release[]): number | undefined {
  const brought = (number: number): number | undefined =>
    releases.find(({ release }) => release === number)?.restores;
  let origin = live;
  for (let older = brought(origin); older !== undefined; older = brought(origin)) origin = older;
  return releases.find(({ release, takenBack }) => release < origin && takenBack === undefined)?.release;
}
