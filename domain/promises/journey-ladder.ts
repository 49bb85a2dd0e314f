import type { CurrentPromise } from '../application/application.ts';
import type { GateKind } from '../application/gate.ts';
import type { Stage } from '../application/stages.ts';
import { epochOf, isoOf } from '../calendar/instant.ts';
import type { CallWindow } from '../questions/question.ts';
import type { Settings } from '../settings/settings.ts';
import { InvalidInput } from '../steps/errors.ts';
import { ladderOf } from './ladder.ts';
import type { Ladder } from './ladder.ts';

type Policies = Settings['promises'];

/** What a ladder is made from. */
export type LadderSettings = Pick<Settings, 'promises' | 'calendar'>;

const isPromise = (kind: string, policies: Policies): kind is keyof Policies => Object.hasOwn(policies, kind);

/**
 * The policy and ladder of a promise made in a journey. The clock starts at `from`; `at` is when the
 * promise is made, so that reminders which would lie in the past are left out. `promised` is what the
 * candidate sees as the current promise, `stage` where the application stands while it runs. `booked` is
 * the window of a call that was agreed on: its end is promised, and the clock starts so long before the
 * window as it is long, so that half-time is the moment the call can be made.
 * @throws InvalidInput for a kind that has no ladder
 */
export function ladderFor(
  kind: GateKind,
  settings: LadderSettings,
  from: string,
  at: string,
  booked?: CallWindow,
): {
  policy: Policies[keyof Policies];
  ladder: Ladder;
  stage?: Stage;
  promised?: CurrentPromise['kind'];
} {
  if (!isPromise(kind, settings.promises)) throw new InvalidInput(`${kind} is a wait, not a promise`);
  const policy = settings.promises[kind];
  const ladder = booked
    ? ladderOf(policy, clockOf(booked, from), settings.calendar, {
        openedAt: at,
        until: isoOf(epochOf(booked.to)),
      })
    : ladderOf(policy, from, settings.calendar, { openedAt: at });
  const promised = seenAs(kind);
  return {
    policy,
    ladder,
    ...(promised && { promised }),
    ...(kind === 'interview-date' && { stage: 'shortlisted' as const }),
  };
}

function clockOf({ from, to }: CallWindow, askedAt: string): string {
  return isoOf(Math.max(epochOf(askedAt), 2 * epochOf(from) - epochOf(to)));
}

function seenAs(kind: keyof Policies): CurrentPromise['kind'] | undefined {
  return kind === 'feedback' || kind === 'question' ? undefined : kind;
}
