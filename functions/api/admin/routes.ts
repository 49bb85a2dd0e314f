import { adminApi } from '../../../domain/api/admin.ts';
import { route } from '../../runtime/route.ts';
import { readAudit } from './audit.ts';
import { listRecorded } from './recorded.ts';
import { listAllReleases } from './release-list.ts';
import * as settings from './settings.ts';
import * as templates from './templates.ts';
import * as whatIf from './what-if.ts';
import type { Services } from './services.ts';
import * as workflows from './workflows.ts';

/** What publishes is loaded by the first who does: most requests look. */
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
  route(adminApi.listReleases, listAllReleases),
  route(adminApi.publishWorkflows, async (services: Services, exchange) =>
    (await import('./releases.ts')).publish(services, exchange),
  ),
  route(adminApi.restoreRelease, async (services: Services, exchange) =>
    (await import('./releases.ts')).restore(services, exchange),
  ),
  route(adminApi.finishCanary, async (services: Services, exchange) =>
    (await import('./releases.ts')).finish(services, exchange),
  ),
  route(adminApi.stopCanary, async (services: Services, exchange) =>
    (await import('./releases.ts')).stop(services, exchange),
  ),
  route(adminApi.listTemplates, templates.listAll),
  route(adminApi.listTemplateRevisions, templates.listTemplateRevisions),
  route(adminApi.readTemplate, templates.readSource),
  route(adminApi.previewTemplate, templates.preview),
  route(adminApi.publishTemplates, async (services: Services, exchange) =>
    (await import('./template-publishing.ts')).publish(services, exchange),
  ),
  route(adminApi.restoreTemplates, async (services: Services, exchange) =>
    (await import('./template-publishing.ts')).restore(services, exchange),
  ),
  route(adminApi.readSettings, settings.read),
  route(adminApi.listSettingsRevisions, settings.list),
  route(adminApi.checkSettings, settings.check),
  route(adminApi.previewLadder, settings.previewLadder),
  route(adminApi.publishSettings, async (services: Services, exchange) =>
    (await import('./settings-publishing.ts')).publish(services, exchange),
  ),
  route(adminApi.restoreSettings, async (services: Services, exchange) =>
    (await import('./settings-publishing.ts')).restore(services, exchange),
  ),
  route(adminApi.readAudit, readAudit),
];
