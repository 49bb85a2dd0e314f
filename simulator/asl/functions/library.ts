import jsonata from 'jsonata';

import { type Random, randomUuid } from '../random.ts';
import { hash } from './hash.ts';
import { parse } from './parse.ts';
import { partition } from './partition.ts';
import { randomNumber } from './random.ts';
import { range } from './range.ts';
import { shuffle } from './shuffle.ts';
import { signed } from './signed.ts';

interface Sources {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly random: Random;
}

const FORMAT = jsonata('$fromMillis($instant, $picture, $timezone)');

/** By name: each makes the function for the sources of one evaluation. */
const LIBRARY: Readonly<Record<string, (sources: Sources) => unknown>> = {
  partition: of('<xn?:a>', () => partition),
  range: of('<nnn:a>', () => range),
  hash: of('<ss:s>', () => hash),
  parse: of('<s:x>', () => parse),
  random: of('<n?:n>', ({ random }) => randomNumber(random)),
  uuid: of(
    '<:s>',
    ({ random }) =>
      () =>
        randomUuid(random),
  ),
  shuffle: of('<a:a>', ({ random }) => shuffle(random)),
  millis: of(
    '<:n>',
    ({ now }) =>
      () =>
        now,
  ),
  now: of('<s?s?:s>', ({ now }) => formattedNow(now)),
};

function of(
  signature: string,
  make: (sources: Sources) => (...given: never[]) => unknown,
): (sources: Sources) => unknown {
  const sign = signed(signature);
  return (sources) => sign(make(sources));
}

/** Whether a name of the library means something else, or nothing, in Step Functions. */
export function isOverridden(name: string): boolean {
  return name === 'eval' || Object.hasOwn(LIBRARY, name);
}

/**
 * A function that Step Functions adds to JSONata, or one of JSONata that would read a clock or random numbers of its
 * own; undefined for all others, and for `$eval`, which the service takes away.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function libraryFunction(name: string, sources: Sources): unknown {
  return Object.hasOwn(LIBRARY, name) ? LIBRARY[name]?.(sources) : undefined;
}

function formattedNow(now: number): (picture?: unknown, timezone?: unknown) => unknown {
  return (picture, timezone) =>
    picture === undefined
      ? new Date(now).toISOString()
      : FORMAT.evaluate(undefined, { instant: now, picture, timezone });
}
