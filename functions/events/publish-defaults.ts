import * as z from 'zod';
import { variable } from '../../domain/environment.ts';
import { templateCatalogue } from '../../domain/messages/catalogue.ts';
import { settings } from '../../domain/settings/settings.ts';
import { publishSettings, publishTemplates } from '../adapters/store/publishing.ts';
import { openTable } from '../adapters/store/table.ts';
import type { Table } from '../adapters/store/table.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';

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
});

const by = { author: 'deployment', note: 'published by the deployment' };

async function publish(table: Table): Promise<{ settings: number; templates: number }> {
  const [{ default: settingsFile }, { default: templatesFile }] = await Promise.all([
    import('../../.build/settings.json', { with: { type: 'json' } }),
    import('../../.build/templates.json', { with: { type: 'json' } }),
  ]);
  return {
    settings: await publishSettings(table, settings.parse(settingsFile), by),
    templates: await publishTemplates(table, templateCatalogue.parse(templatesFile), by),
  };
}

/** Publishes the repository's templates and settings when a deployment brings new ones. */
export const handler = eventHandler({
  event: request,
  services: () => ({ table: openTable(readEnvironment(variable.table)[variable.table]) }),
  run: async ({ table }, { RequestType, ResponseURL, ...ids }) => {
    // Deleting the stack deletes nothing that was published: applications under way keep to it.
    const outcome =
      RequestType === 'Delete'
        ? { Status: 'SUCCESS', Data: {} }
        : await publish(table).then(
            (Data) => ({ Status: 'SUCCESS', Data }),
            (error: unknown) => {
              logger.error('not published', traceOf(error));
              const Reason = `could not publish templates and settings: ${traceOf(error).error}; see this function's log`;
              return { Status: 'FAILED', Reason };
            },
          );
    const answer = await fetch(ResponseURL, {
      method: 'PUT',
      body: JSON.stringify({ ...ids, PhysicalResourceId: 'published-defaults', ...outcome }),
    });
    if (!answer.ok) throw new Error(`CloudFormation did not take the answer: ${answer.status}`);
    return { answered: outcome.Status };
  },
});
