import { readAudit } from './admin/audit.ts';
import { listRecorded } from './admin/recorded.ts';
import * as releases from './admin/releases.ts';
import * as settings from './admin/settings.ts';
import * as templates from './admin/templates.ts';
import * as whatIf from './admin/what-if.ts';
import * as workflows from './admin/workflows.ts';

/** Everything that admins can look at, try and publish. */
export const adminApi = {
  listWorkflows: workflows.listWorkflows,
  listWorkflowRevisions: workflows.listWorkflowRevisions,
  readWorkflowRevision: workflows.readWorkflowRevision,
  listInFlight: workflows.listInFlight,
  countStates: workflows.countStates,
  compareWorkflows: workflows.compareWorkflows,
  checkWorkflows: whatIf.checkWorkflows,
  listScenarios: whatIf.listScenarios,
  simulate: whatIf.simulate,
  listRecorded,
  requestProof: whatIf.requestProof,
  readProof: whatIf.readProof,
  listReleases: releases.listReleases,
  publishWorkflows: releases.publishWorkflows,
  restoreRelease: releases.restoreRelease,
  finishCanary: releases.finishCanary,
  stopCanary: releases.stopCanary,
  listTemplates: templates.listTemplates,
  listTemplateRevisions: templates.listTemplateRevisions,
  readTemplate: templates.readTemplate,
  previewTemplate: templates.previewTemplate,
  publishTemplates: templates.publishTemplates,
  restoreTemplates: templates.restoreTemplates,
  readSettings: settings.readSettings,
  listSettingsRevisions: settings.listSettingsRevisions,
  checkSettings: settings.checkSettings,
  previewLadder: settings.previewLadder,
  publishSettings: settings.publishSettings,
  restoreSettings: settings.restoreSettings,
  readAudit,
} as const;
