import { ladderKinds } from '../../../domain/application/gate.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { durationWords } from './duration-text.ts';
import { pictureOf } from './ladder-picture.ts';
import type { Picture, PromiseKind } from './ladder-picture.ts';
import { changesBetween } from './raw.ts';
import type { Change } from './raw.ts';
import { promiseWords } from './words.ts';

/** What an edit of the settings means for somebody whose clock begins at an instant. */
export interface Consequence {
  readonly kind: PromiseKind;
  readonly title: string;
  /** When the answer is promised, before and after. */
  readonly promised: readonly [before: string, after: string];
  /** When it is over for good, before and after. */
  readonly over: readonly [before: string, after: string];
}

/** What becomes of each promise whose dates an edit moves. */
export function consequencesOf(before: Settings, after: Settings, from: string): Consequence[] {
  return ladderKinds.flatMap((kind): Consequence[] => {
    const [one, other] = [pictureOf(kind, before, from), pictureOf(kind, after, from)];
    const promised = [promisedIn(one, from), promisedIn(other, from)] as const;
    const over = [one.steps.at(-1)?.at ?? from, other.steps.at(-1)?.at ?? from] as const;
    const moved = promised[0] !== promised[1] || over[0] !== over[1];
    return moved ? [{ kind, title: promiseWords[kind].title, promised, over }] : [];
  });
}

/** The first date that a candidate, or a colleague, is promised. */
function promisedIn({ steps }: Picture, from: string): string {
  return steps.find(({ does }) => does === 'promised' || does === 'delay' || does === 'release')?.at ?? from;
}

/** The values that an edit changes, one line each. */
export function changesInWords(before: unknown, after: unknown): string[] {
  return changesBetween(before, after).map(inWords);
}

const inWords = ({ place, before, after }: Change): string =>
  `${place.join(' › ')}: ${valueWords(before)} → ${valueWords(after)}`;

function valueWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'none';
  if (typeof value === 'string') return /^P[\dT]/.test(value) ? durationWords(value) : `“${value}”`;
  if (Array.isArray(value)) return value.length === 1 ? 'one entry' : `${value.length} entries`;
  return typeof value === 'object' ? 'a whole part' : JSON.stringify(value);
}
