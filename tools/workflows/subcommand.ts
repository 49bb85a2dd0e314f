/** What a subcommand of `npm run workflows` is given besides its arguments. */
export interface Surroundings {
  /** The repository. */
  readonly root: string;
  /** Where relative paths in arguments begin. */
  readonly folder: string;
  readonly print: (text: string) => void;
}

/**
 * Runs a subcommand and gives the exit code: 0 when all is well, 1 when something is wrong with what it looked at,
 * 2 when it could not look.
 */
export type Run = (args: string[], surroundings: Surroundings) => Promise<number>;

/** Arguments that make no sense, with words for whoever typed them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What stands in the way although the arguments make sense, with words for whoever typed them. */
export class Hindered extends Error {
  override readonly name = 'Hindered';
}

/** A file that must not be published, with words for whoever wrote it. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
}
