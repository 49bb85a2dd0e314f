import { ladderKinds } from '../../domain/application/gate.ts';
import { ladderFor } from '../../domain/promises/journey-ladder.ts';
import type { LadderSettings } from '../../domain/promises/journey-ladder.ts';
import type { Ladder } from '../../domain/promises/ladder.ts';
import { isJsonObject, parseJson } from '../asl/json.ts';
import type { Subject } from './parts.ts';

const hour = 3_600_000;
const halfYear = 180 * 24 * hour;
/** What the steps of the last rung may take when each is tried again. */
const lastSteps = hour;

type Kind = keyof LadderSettings['promises'];

/** What is wrong with the ladder of any kind of promise, in words, or nothing; see `ladderFaultOf`. */
export function ladderFault({ settings, machines }: Subject, from: string): string | undefined {
  const most = timeOf(machines);
  for (const kind of ladderKinds) {
    const why = ladderFaultOf(kind, settings, most, from);
    if (why !== undefined) return why;
  }
  return undefined;
}

/**
 * Every ladder of one kind from every third hour of a year on the company's calendar: what it does and in which order
 * must not depend on when it begins, it must rise from instant to instant, and be over before its machine gives up,
 * `most` milliseconds after it began. Gives what is wrong, in words, or nothing.
 */
export function ladderFaultOf(
  kind: Kind,
  settings: LadderSettings,
  most: number,
  from: string,
): string | undefined {
  const shape = shapeOf(ladderFor(kind, settings, from, from).ladder);
  for (let at = Date.parse(from); at < Date.parse(from) + 366 * 24 * hour; at += 3 * hour) {
    const begins = new Date(at).toISOString();
    const { ladder } = ladderFor(kind, settings, begins, begins);
    const changed = shapeOf(ladder) !== shape;
    const why = changed ? 'its ladder has other rungs than at another time' : faultIn(ladder, begins, most);
    if (why !== undefined) return `${kind}, begun at ${begins}: ${why}`;
  }
  return undefined;
}

const shapeOf = ({ rungs }: Ladder): string =>
  rungs.map(({ action, to }) => `${action} ${to.join()}`).join('; ');

/** How long a promise may take, in milliseconds, before the machine that keeps it gives up. */
export function timeOf(machines: Subject['machines']): number {
  const keeping = Object.values(machines).filter((text) => text.includes('${MakePromiseArn}'));
  const times = keeping.flatMap((text) => {
    const definition = parseJson(text);
    const seconds = isJsonObject(definition) ? definition['TimeoutSeconds'] : undefined;
    return typeof seconds === 'number' ? [seconds * 1000 - lastSteps] : [];
  });
  return Math.min(halfYear, ...times);
}

function faultIn({ due, rungs }: Ladder, from: string, most: number): string | undefined {
  const risen = rungs.every(({ at }, index) => index === 0 || at > (rungs[index - 1]?.at ?? ''));
  if (!risen) return 'its rungs do not follow one another';
  const last = rungs.at(-1);
  if (last?.action !== 'release') return 'it does not end with a release';
  if (Date.parse(last.at) - Date.parse(from) > most)
    return `it is not over before ${last.at}, when its machine has given up`;
  return due > last.at ? 'what is promised first lies after its end' : undefined;
}
