import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { keepDrafts } from '../publish/drafts.ts';

/** Definitions while they are edited; their numbers are those of releases. */
export const definitionDrafts = keepDrafts<WorkflowName>();
