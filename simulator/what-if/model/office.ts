import type { Job } from '../../../domain/jobs/job.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { Table } from './table.ts';

/** What a step works with: the table, and what is pinned to the application. */
export interface Office {
  readonly table: Table;
  readonly settings: Settings;
  readonly job: Job;
}
