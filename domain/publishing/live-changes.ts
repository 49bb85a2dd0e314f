import { NotAllowed } from '../steps/errors.ts';
import type { Alarm, Canary, LiveRelease, endedCanary } from './release.ts';
import type * as z from 'zod';

type Ending = z.output<typeof endedCanary>['ending'];

/** A change of what is live; the aliases have to follow it. */
function changed(live: LiveRelease, change: Partial<LiveRelease>): LiveRelease {
  return { ...live, ...change, settled: false, version: live.version + 1 };
}

/** What is live after the very first release. */
export function firstLive(release: number): LiveRelease {
  return { release, settled: false, version: 1 };
}

/** @throws NotAllowed while a canary runs: it has to be finished or stopped first */
export function refuseDuringCanary({ canary }: LiveRelease): void {
  if (canary)
    throw new NotAllowed(
      `release ${canary.release} is tried on ${canary.percent} % of new applications until ${canary.until}: finish or stop it first`,
    );
}

/** Every new application starts on the release. @throws NotAllowed while a canary runs */
export function publishedAtOnce(live: LiveRelease, release: number): LiveRelease {
  refuseDuringCanary(live);
  return changed(live, { release });
}

/**
 * A share of new applications starts on the release.
 * @throws NotAllowed while another canary runs, and while the alarm rings that would take this one back: a second
 * application that needs attention would not be heard then
 */
export function canaryStarted(live: LiveRelease, canary: Canary): LiveRelease {
  refuseDuringCanary(live);
  if (live.alarm?.rings)
    throw new NotAllowed(
      `an application needs attention since ${live.alarm.since}: until that alarm is over nobody could tell what a canary does; try it later, or publish at once`,
    );
  return changed(live, { canary });
}

/**
 * What is live, knowing of the alarm what was last heard. Nothing that the aliases would have to follow.
 * @returns undefined when it is known already: word of it comes twice at times, or late
 */
export function alarmHeard(live: LiveRelease, alarm: Alarm): LiveRelease | undefined {
  if (live.alarm && live.alarm.since >= alarm.since) return undefined;
  return { ...live, alarm, version: live.version + 1 };
}

/**
 * The canary is over: everybody has it, or nobody new gets it.
 * @throws NotAllowed when this canary does not run (any more)
 */
export function canaryEnded(
  live: LiveRelease,
  { release, ending, at }: { release: number; ending: Ending; at: string },
): LiveRelease {
  const { canary, ...rest } = live;
  if (canary?.release !== release) throw new NotAllowed(`release ${release} is not being tried`);
  return changed(rest, {
    release: ending === 'finished' ? release : live.release,
    lastCanary: { ...canary, ending, endedAt: at },
  });
}
