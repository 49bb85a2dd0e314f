import type { GateKind } from '../../../domain/application/gate.ts';
import { ladderFor } from '../../../domain/promises/journey-ladder.ts';
import type { CallWindow } from '../../../domain/questions/question.ts';
import type { Settings } from '../../../domain/settings/settings.ts';

type Made = ReturnType<typeof ladderFor>;

const known = new WeakMap<Settings, Map<string, Made>>();
const most = 20_000;

/** `ladderFor`, remembered: journeys that begin at one instant climb the same ladders again and again. */
export function ladderOnce(
  kind: GateKind,
  settings: Settings,
  from: string,
  at: string,
  booked?: CallWindow,
): Made {
  const ladders = known.get(settings) ?? new Map<string, Made>();
  known.set(settings, ladders);
  const key = `${kind} ${from} ${at} ${booked?.from ?? ''} ${booked?.to ?? ''}`;
  const made = ladders.get(key) ?? ladderFor(kind, settings, from, at, booked);
  if (ladders.size >= most) ladders.clear();
  ladders.set(key, made);
  return made;
}
