import { StatesError } from '../errors.ts';
import { type Json, isJsonObject } from '../json.ts';
import type { Call } from './call.ts';
import { refused } from './failure.ts';
import type { Integration, Pattern } from './integration.ts';
import { onlyKnown, parametersOf, refuseUnsupported } from './parameters.ts';

const KNOWN = ['Entries', 'EndpointId'];

/** `arn:aws:states:::events:putEvents`, plain or with a task token. */
export function putEvents(pattern: Extract<Pattern, 'request' | 'token'>): Integration {
  return {
    form: 'service',
    service: 'events',
    action: pattern === 'token' ? 'putEvents.waitForTaskToken' : 'putEvents',
    pattern,
    fields: { required: ['Entries'], known: KNOWN },
    blame: 'events',
    call: (parameters): Call => {
      const given = parametersOf(parameters);
      onlyKnown(given, KNOWN);
      refuseUnsupported(given, 'EndpointId');
      const entries = given['Entries'];
      return { kind: 'putEvents', entries: Array.isArray(entries) ? entries.map(withTextDetail) : [] };
    },
    reply: (reply) => {
      if (!reply.ok) return refused('EventBridge', 'AmazonEventBridge', reply);
      const failed = isJsonObject(reply.value) ? reply.value['FailedEntryCount'] : 0;
      return typeof failed === 'number' && failed > 0
        ? new StatesError('EventBridge.FailedEntry', JSON.stringify(reply.value), { kind: 'task' })
        : reply.value;
    },
  };
}

/** The API has the detail as text; the integration also takes an object. */
function withTextDetail(entry: Json): Json {
  if (!isJsonObject(entry)) return entry;
  const detail = entry['Detail'];
  return detail === undefined || typeof detail === 'string'
    ? entry
    : { ...entry, Detail: JSON.stringify(detail) };
}
