import { inject } from 'vitest';
import { begunAnew, freshCloud } from '../../local/demo/fresh-cloud.ts';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';

let standing: Fresh | undefined;

/**
 * A cloud with nothing in it but the sample company, its clock at an instant. One stands for all files that a process
 * runs, one after the other, and begins anew for each: functions stay warm, and what ran before is gone.
 */
export async function cloudAt(start: string): Promise<Fresh> {
  standing = standing ? await begunAnew(standing, start) : await freshCloud(inject('assembly'), start);
  return standing;
}
