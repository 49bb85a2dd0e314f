import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first: begun last, one of them would run on alone beside an idle core. */
const long = [
  'simulator/mutations/mutations',
  'journeys/publishing',
  'browser/console/workflows',
  'browser/candidate/quality',
  'journeys/previews',
  'journeys/questions',
  'browser/console/looks',
  'journeys/scenarios',
  'browser/console/application',
  'browser/console/settings',
  'browser/console/decide',
  'journeys/erased-waits',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = long.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
  return place < 0 ? long.length : place;
};

/** Runs what takes longest first, and the rest as ever. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
