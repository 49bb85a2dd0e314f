/** A template that must not be published, with the place to mend. */
export class TemplateError extends Error {
  override name = 'TemplateError';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.file = file;
    this.line = line;
  }
}
