/** What a function refuses, with the code that the service says of it. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
  readonly code: string;
  /** What the interpreter puts into its own words for some codes. */
  readonly index: number | undefined;
  readonly type: string | undefined;

  constructor(code: string, message: string, { index, type }: { index?: number; type?: string } = {}) {
    super(message);
    this.code = code;
    this.index = index;
    this.type = type;
  }
}
