import jsonata from 'jsonata';

/** A function as JSONata's interpreter keeps its own: it looks at the arguments before it calls one. */
interface Signed {
  readonly _jsonata_function: true;
  readonly implementation: unknown;
  readonly signature: unknown;
}

/** Gives functions a signature: https://docs.jsonata.org/embedding-extending#function-signature-syntax */
export function signed(signature: string): (implementation: unknown) => Signed {
  const parsed = parse(signature);
  return (implementation) => ({ _jsonata_function: true, implementation, signature: parsed });
}

/** The interpreter parses signatures of functions that an expression defines. */
function parse(signature: string): unknown {
  const tree: object = jsonata(`function()${signature}{1}`).ast();
  if (!('signature' in tree)) throw new Error(`${signature} is no signature`);
  return tree.signature;
}
