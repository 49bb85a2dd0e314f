import jsonata from 'jsonata';

import type { Random } from '../random.ts';
import { randomUuid } from '../random.ts';
import { hash } from './hash.ts';
import { parse } from './parse.ts';
import { partition } from './partition.ts';
import { randomNumber } from './random.ts';
import { range } from './range.ts';
import { shuffle } from './shuffle.ts';

const FORMAT = jsonata('$fromMillis($instant, $picture, $timezone)');

/**
 * The functions Step Functions adds to JSONata, and those of JSONata that read a clock or random numbers of their
 * own, bound to the given sources. `$eval` is taken away.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function bindFunctions(sources: {
  readonly now: number;
  readonly random: Random;
}): Record<string, unknown> {
  const { now, random } = sources;
  return {
    partition,
    range,
    hash,
    parse,
    random: randomNumber(random),
    uuid: () => randomUuid(random),
    shuffle: shuffle(random),
    millis: () => now,
    now: (picture?: unknown, timezone?: unknown): unknown =>
      picture === undefined
        ? new Date(now).toISOString()
        : FORMAT.evaluate(undefined, { instant: now, picture, timezone }),
    eval: undefined,
  };
}
