import { approximateSeconds } from '../calendar/duration.ts';
import type { PromisePolicy } from './promise-policy.ts';

interface Contradiction {
  path: (string | number)[];
  message: string;
}

type Ladder = PromisePolicy['ladder'];

/** What in a policy, well-formed as it is, makes no sense together: where, and in a person's words. */
export const contradictions = (policy: PromisePolicy): Contradiction[] => [
  ...disorder(policy.ladder, ['ladder']),
  ...disorder(policy.extension.ladder, ['extension', 'ladder']),
  ...tooShort(policy.within, ['within']),
  ...tooShort(policy.extension.within, ['extension', 'within']),
  ...unusedExtension(policy),
  ...(policy.audience === 'candidate' ? wordsMissing(policy) : wordsTooMany(policy)),
  ...beyondBackstop(policy),
];

const disorder = (ladder: Ladder, path: string[]): Contradiction[] =>
  ladder.flatMap(({ at, to }, index) => {
    const found: Contradiction[] = [];
    const previous = ladder[index - 1];
    if (previous !== undefined && at <= previous.at) {
      found.push({
        path: [...path, index, 'at'],
        message: `comes at ${at}, not after ${previous.at} of the step before it`,
      });
    }
    if (new Set(to).size < to.length) {
      found.push({ path: [...path, index, 'to'], message: 'names the same role twice' });
    }
    return found;
  });

/** A minute keeps rungs apart: a thousandth of it is still 60 milliseconds. */
const tooShort = (within: string, path: string[]): Contradiction[] =>
  approximateSeconds(within) < 60 ? [{ path, message: 'must be at least a minute, PT1M' }] : [];

const unusedExtension = ({ extension }: PromisePolicy): Contradiction[] =>
  extension.times === 0 && extension.ladder.length > 0
    ? [{ path: ['extension', 'ladder'], message: 'would never run, as extension.times is 0: empty it' }]
    : [];

const wordsMissing = ({ delayed, extension, released }: PromisePolicy): Contradiction[] => {
  const found: Contradiction[] = [];
  if (released === null) {
    found.push({ path: ['released'], message: 'must name a message: no candidate is released in silence' });
  }
  if (extension.times > 0 && delayed === null) {
    found.push({ path: ['delayed'], message: 'must name a message: an extension is told to the candidate' });
  }
  if (extension.times === 0 && delayed !== null) {
    found.push({
      path: ['delayed'],
      message: 'would reach the candidate together with the release, as extension.times is 0: use null',
    });
  }
  return found;
};

const wordsTooMany = ({ opens, delayed, released }: PromisePolicy): Contradiction[] => {
  const found: Contradiction[] = [];
  const message = 'would reach the candidate, but the promise is internal: use null';
  if (delayed !== null) found.push({ path: ['delayed'], message });
  if (released !== null) found.push({ path: ['released'], message });
  if (opens?.to.includes('candidate')) {
    found.push({ path: ['opens', 'to'], message: 'includes the candidate, but the promise is internal' });
  }
  return found;
};

/** Elapsed time is the shortest that either clock can take, so what fails here fails on both. */
const beyondBackstop = ({ within, backstop }: PromisePolicy): Contradiction[] =>
  backstop !== undefined && approximateSeconds(within) > approximateSeconds(backstop)
    ? [
        {
          path: ['within'],
          message: `is longer than the backstop ${backstop}, which would always cut it off`,
        },
      ]
    : [];
