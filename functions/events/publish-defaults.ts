import * as z from 'zod';
import { variable } from '../../domain/environment.ts';
import { templateCatalogue } from '../../domain/messages/catalogue.ts';
import { settings } from '../../domain/settings/settings.ts';
import { workflowName } from '../../domain/workflows/names.ts';
import type { WorkflowName } from '../../domain/workflows/names.ts';
import { installation } from '../adapters/store/installation.ts';
import { openTable } from '../adapters/store/table.ts';
import { openWorkflows } from '../adapters/workflows.ts';
import { deploy } from '../publishing/deploy.ts';
import { Diverged, things } from '../publishing/diverged.ts';
import type { Settling } from '../publishing/settle.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';

/** What the stack tells: where the machines run, and what the deployment may overwrite. */
const properties = z.object({
  Installation: installation,
  Overwrite: z
    .string()
    .default('')
    .transform((names) => names.split(',').filter(Boolean))
    .pipe(z.array(z.enum(things))),
});

/**
 * What CloudFormation sends to a custom resource and waits an answer for.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
const request = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  ResourceProperties: z.unknown(),
});

/** The repository as it was when the deployment was built. */
async function repository() {
  const [settingsFile, templatesFile, sourcesFile, workflowsFile] = await Promise.all([
    import('../../.build/settings.json', { with: { type: 'json' } }),
    import('../../.build/templates.json', { with: { type: 'json' } }),
    import('../../.build/sources.json', { with: { type: 'json' } }),
    import('../../.build/workflows.json', { with: { type: 'json' } }),
  ]);
  const texts = z.record(workflowName, z.string()).parse(workflowsFile.default);
  return {
    settings: settings.parse(settingsFile.default),
    templates: templateCatalogue.parse(templatesFile.default),
    sources: z.record(z.string(), z.string()).parse(sourcesFile.default),
    workflows: new Map<WorkflowName, string>(workflowName.options.map((name) => [name, texts[name]])),
  };
}

async function publish(services: Settling, told: unknown): Promise<Record<string, string>> {
  const { Installation, Overwrite } = properties.parse(told);
  return deploy(services, {
    ...(await repository()),
    installation: Installation,
    overwrite: Overwrite,
  });
}

/** Publishes the repository's workflows, templates and settings when a deployment brings new ones. */
export const handler = eventHandler({
  event: request,
  services: () => ({
    table: openTable(readEnvironment(variable.table)[variable.table]),
    workflows: openWorkflows(),
  }),
  run: async (services, { RequestType, ResponseURL, ResourceProperties, ...ids }) => {
    // Deleting the stack deletes nothing that was published: applications under way keep to it.
    const outcome =
      RequestType === 'Delete'
        ? { Status: 'SUCCESS', Data: {} }
        : await publish(services, ResourceProperties).then(
            (Data) => ({ Status: 'SUCCESS', Data }),
            (error: unknown) => ({ Status: 'FAILED', Reason: reasonOf(error) }),
          );
    const answer = await fetch(ResponseURL, {
      method: 'PUT',
      // The address is signed without a type, and fetch would add one.
      headers: { 'content-type': '' },
      body: JSON.stringify({ ...ids, PhysicalResourceId: 'published-defaults', ...outcome }),
    });
    if (!answer.ok) throw new Error(`CloudFormation did not take the answer: ${answer.status}`);
    return { answered: outcome.Status };
  },
});

function reasonOf(error: unknown): string {
  if (error instanceof Diverged) return error.message;
  logger.error('not published', traceOf(error));
  return `could not publish workflows, templates and settings: ${traceOf(error).error}; see this function's log`;
}
