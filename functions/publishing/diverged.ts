import type { RevisionNote } from '../../domain/publishing/revision.ts';

/** What a deployment publishes, each for itself. */
export const things = ['workflows', 'settings', 'templates'] as const;
export type Thing = (typeof things)[number];

/** What is live of a thing: the hash of its content, and who published it. */
export interface Standing {
  readonly hash: string;
  readonly by: Pick<RevisionNote, 'author' | 'at' | 'note'> & { readonly what: string };
}

/** What a deployment has to do about a thing. */
export type Course = 'publish' | 'leave' | 'conflict';

/**
 * A deployment brings content; another one stands live; the last deployment brought a third. Nothing that somebody
 * published since the last deployment is overwritten, and nothing is done when the repository has not changed.
 */
export function courseOf(
  brought: string,
  live: Standing | undefined,
  lastBrought: string | undefined,
): Course {
  if (!live) return 'publish';
  if (live.hash === brought || brought === lastBrought) return 'leave';
  const nobodySince = lastBrought === undefined ? live.by.author === 'deployment' : live.hash === lastBrought;
  return nobodySince ? 'publish' : 'conflict';
}

/** The deployment would overwrite what somebody published; the message says what to do. */
export class Diverged extends Error {
  override readonly name = 'Diverged';

  constructor(found: readonly { readonly thing: Thing; readonly live: Standing }[]) {
    const said = found.map(({ live: { by } }) => {
      const when = by.at === undefined ? '' : ` on ${by.at.slice(0, 16).replace('T', ' ')} UTC`;
      return `${by.what} was published by ${by.author}${when} ("${by.note}")`;
    });
    const names = found.map(({ thing }) => thing).join(',');
    super(
      `${said.join('; ')}, and the repository has another version. Nothing was published. ` +
        `Take it into the repository: npm run workflows -- pull. ` +
        `Or overwrite it: npm run deploy -- -c overwritePublished=${names}`,
    );
  }
}
