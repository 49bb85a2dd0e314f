import { adminApi } from '../../../domain/api/admin.ts';
import { route } from '../../runtime/route.ts';
import { readAudit } from './audit.ts';
import { listRecorded } from './recorded.ts';
import * as releases from './releases.ts';
import * as settings from './settings.ts';
import * as settingsPublishing from './settings-publishing.ts';
import * as templates from './templates.ts';
import * as templatePublishing from './template-publishing.ts';
import * as whatIf from './what-if.ts';
import * as workflows from './workflows.ts';

export const routes = [
  route(adminApi.listWorkflows, workflows.listAll),
  route(adminApi.listWorkflowRevisions, workflows.listRevisionsOf),
  route(adminApi.readWorkflowRevision, workflows.readRevision),
  route(adminApi.listInFlight, workflows.listOnVersion),
  route(adminApi.countStates, workflows.countInStates),
  route(adminApi.compareWorkflows, workflows.compare),
  route(adminApi.checkWorkflows, whatIf.check),
  route(adminApi.listScenarios, whatIf.listScenarios),
  route(adminApi.simulate, whatIf.simulate),
  route(adminApi.listRecorded, listRecorded),
  route(adminApi.requestProof, whatIf.prove),
  route(adminApi.readProof, whatIf.readProof),
  route(adminApi.listReleases, releases.listAllReleases),
  route(adminApi.publishWorkflows, releases.publish),
  route(adminApi.restoreRelease, releases.restore),
  route(adminApi.finishCanary, releases.finish),
  route(adminApi.stopCanary, releases.stop),
  route(adminApi.listTemplates, templates.listAll),
  route(adminApi.listTemplateRevisions, templates.listTemplateRevisions),
  route(adminApi.readTemplate, templates.readSource),
  route(adminApi.previewTemplate, templates.preview),
  route(adminApi.publishTemplates, templatePublishing.publish),
  route(adminApi.restoreTemplates, templatePublishing.restore),
  route(adminApi.readSettings, settings.read),
  route(adminApi.listSettingsRevisions, settings.list),
  route(adminApi.checkSettings, settings.check),
  route(adminApi.previewLadder, settings.previewLadder),
  route(adminApi.publishSettings, settingsPublishing.publish),
  route(adminApi.restoreSettings, settingsPublishing.restore),
  route(adminApi.readAudit, readAudit),
];
