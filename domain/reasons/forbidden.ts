/** Finds, in what a recruiter typed, the grounds that no decline may rest on. */
import type { DeclineReason } from './decline-reasons.ts';
import { forbiddenTopics } from './forbidden-topics.ts';

export interface ForbiddenContent {
  readonly topic: string;
  /** The words that gave it away, as the recruiter typed them. */
  readonly found: string;
  readonly why: string;
}

export interface ForbiddenDetail extends ForbiddenContent {
  /** Where the words stand, like `reasons.0.shown`. */
  readonly path: string;
}

const patterns = forbiddenTopics.map(({ topic, why, terms }) => ({
  topic,
  why,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.join('|')})(?![\\p{L}\\p{N}])`, 'u'),
}));

/** Every forbidden topic that a text touches, in English, Spanish or French; accents and case do not matter. */
export function findForbidden(text: string): ForbiddenContent[] {
  const composed = text.normalize('NFC');
  const plain = fold(composed);
  return patterns.flatMap(({ topic, why, pattern }) => {
    const match = pattern.exec(plain);
    return match ? [{ topic, why, found: composed.slice(match.index, match.index + match[0].length) }] : [];
  });
}

/** The same for all details of a decline; `path` says which field to change. */
export function findForbiddenInReasons(reasons: readonly DeclineReason[]): ForbiddenDetail[] {
  return reasons.flatMap((reason, index) =>
    Object.entries(reason).flatMap(([field, value]) =>
      field === 'code' || typeof value !== 'string'
        ? []
        : findForbidden(value).map((finding) => ({ path: `reasons.${index}.${field}`, ...finding })),
    ),
  );
}

/** Lower case without diacritics, character by character, so that positions stay those of the text. */
function fold(text: string): string {
  return Array.from(text, (character) => {
    const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return folded.length === character.length ? folded : character;
  }).join('');
}
