import { wireEvent } from '../../../simulator/asl/history.ts';
import type { Json, JsonObject } from '../../../simulator/asl/json.ts';
import { readPage } from '../paging.ts';
import { find } from './execution.ts';
import type { Operation } from './operation.ts';

/** GetExecutionHistory: in order of the events, or backwards; without inputs and outputs if they are not wanted. */
export const getExecutionHistory: Operation = (parts, fields) => {
  const row = find(parts, fields.required('executionArn', { min: 1, max: 256 }));
  const backwards = fields.flag('reverseOrder');
  const withData = fields.values['includeExecutionData'] !== false;
  const page = readPage(fields, 'history');
  const events = parts.executions.events(row.id, page.size + 1, page.offset, backwards);
  return {
    events: events
      .slice(0, page.size)
      .map((event) => (withData ? wireEvent(event) : withoutData(wireEvent(event)))),
    ...page.next(events.length > page.size),
  };
};

const DATA = new Set(['input', 'output']);

function withoutData(event: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(event).map(([key, value]): [string, Json] => {
      if (!key.endsWith('EventDetails') || typeof value !== 'object' || value === null) return [key, value];
      return [key, Object.fromEntries(Object.entries(value).filter(([field]) => !DATA.has(field)))];
    }),
  );
}
