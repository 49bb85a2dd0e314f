/**
 * The functions an expression can call, without `$`: https://docs.jsonata.org and
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html, which adds the last line and takes
 * `$eval` away.
 */
const FUNCTIONS = new Set(
  `abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl
  decodeUrlComponent distinct each encodeUrl encodeUrlComponent error exists filter floor formatBase formatInteger
  formatNumber fromMillis join keys length lookup lowercase map match max merge millis min not now number pad
  parseInteger power reduce replace reverse round shuffle sift single sort split spread sqrt string substring
  substringAfter substringBefore sum toMillis trim type uppercase zip
  hash parse partition random range uuid`.split(/\s+/),
);

export function isFunction(name: string): boolean {
  return FUNCTIONS.has(name);
}

/** Functions whose value differs from one run to the next. */
const UNSTEADY: ReadonlySet<string> = new Set(['now', 'millis', 'random', 'uuid', 'shuffle']);

export function isUnsteady(name: string): boolean {
  return UNSTEADY.has(name);
}
