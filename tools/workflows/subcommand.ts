/** What a subcommand of `npm run workflows` is given besides its arguments. */
export interface Surroundings {
  /** The repository. */
  readonly root: string;
  /** Where relative paths in arguments begin. */
  readonly folder: string;
  readonly print: (text: string) => void;
}

/** One subcommand. */
export interface Subcommand {
  /** Its arguments, as usage shows them. */
  readonly takes: string;
  readonly summary: string;
  /**
   * Runs it and gives the exit code: 0 when all is well, 1 when something is wrong with what it looked at.
   * @throws UsageError when the arguments make no sense
   */
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<number>;
}

/** Arguments that make no sense, with words for whoever typed them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
