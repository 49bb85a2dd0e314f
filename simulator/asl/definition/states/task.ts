import type { Integration } from '../../integrations/integration.ts';
import { integrationOf, unknownResource } from '../../integrations/resource.ts';
import { isJsonObject } from '../../json.ts';
import { readCatchers, readRetriers } from '../guards.ts';
import { withDefined } from '../../defined.ts';
import { onward, required, shaped } from '../parts.ts';
import type { Reader } from '../reader.ts';
import { MAX_SECONDS, type ReadState } from '../reading.ts';

export const readTask: ReadState = (reader, { name }) => {
  required(reader, ['Resource']);
  checkHeartbeat(reader);
  const rest = {
    ...onward(reader),
    ...shaped(reader, ['result']),
    retry: readRetriers(reader),
    catch: readCatchers(reader),
    ...withDefined('arguments', reader.template('Arguments')),
    ...withDefined('timeoutSeconds', reader.numeric('TimeoutSeconds', 1, MAX_SECONDS)),
    ...withDefined('heartbeatSeconds', reader.numeric('HeartbeatSeconds', 1, MAX_SECONDS)),
  };
  const resource = reader.text('Resource');
  if (resource === undefined) return undefined;
  const integration = integrationOf(resource);
  if (integration) {
    checkArguments(reader, integration);
    return { type: 'Task', name, resource, integration, ...rest };
  }
  reader.fail(unknownResource(resource), 'Resource');
  return undefined;
};

function checkHeartbeat(reader: Reader): void {
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = reader.fields;
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
    reader.fail("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'");
  }
}

/** Arguments that are written out are checked for their fields; those of an expression are when it is evaluated. */
function checkArguments(reader: Reader, { fields }: Integration): void {
  const given = reader.fields['Arguments'];
  if (!fields || !isJsonObject(given)) return;
  for (const name of fields.required) {
    if (given[name] === undefined)
      reader.fail(`The field "${name}" is required but was missing`, 'Arguments');
  }
  for (const name of Object.keys(given)) {
    if (fields.known?.includes(name) === false) {
      reader.fail(`The field "${name}" is not supported by Step Functions`, 'Arguments');
    }
  }
}
