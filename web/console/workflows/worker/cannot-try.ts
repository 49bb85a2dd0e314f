/** What a definition asked for that a browser cannot do. An engine would take it for an error of the definition. */
const asked = new Set<string>();

/** Something the browser cannot do; what was tried with it says nothing. */
export class CannotTry extends Error {
  override readonly name = 'CannotTry';

  constructor(what: string) {
    super(`${what} cannot be tried in the browser. Publishing checks it all the same.`);
    asked.add(this.message);
  }
}

/** Runs something, and refuses what it gave when it met something that the browser cannot do. @throws CannotTry */
export async function honestly<Result>(run: () => Promise<Result>): Promise<Result> {
  asked.clear();
  const result = await run();
  const [met] = asked;
  if (met !== undefined) throw new Error(met);
  return result;
}
