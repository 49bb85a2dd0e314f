/** What keeps well-formed settings from being published: where, and in a person's words. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
