import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first: begun last, one of them would run on alone beside an idle core. */
const long = [
  'journeys/publishing',
  'browser/console/figures',
  'browser/candidate/quality',
  'browser/console/looks',
  'browser/console/settings',
  'browser/console/workflows',
  'browser/console/decide',
  'journeys/erased-waits',
  'journeys/questions',
  'browser/console/application',
  'journeys/scenarios',
  'browser/console/letters',
  'journeys/previews',
  'journeys/ladder',
  'browser/candidate/apply',
  'browser/candidate/follow',
  'journeys/referral',
  'workflows/workflows',
  'tools/workflows/prove',
  'tools/workflows/check',
  'local/states/restart',
  'local/kill',
];

/** The one that takes longest of all. */
const longest = 'simulator/mutations/mutations';

/**
 * Files of one project follow one another: a process goes on with the next file only when that is of the same project,
 * and whole systems take long to start.
 */
const projects = ['whole', 'stateless', 'parts'];

const isFile = (name: string, { moduleId }: TestSpecification): boolean =>
  moduleId.endsWith(`test/${name}.test.ts`);

function rank(file: TestSpecification): number {
  if (isFile(longest, file)) return -1;
  const place = long.findIndex((name) => isFile(name, file));
  return projects.indexOf(file.project.name) * 1_000 + (place < 0 ? long.length : place);
}

/** Runs what takes longest first, and the rest as ever. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
