import type { Json } from './json.ts';

/**
 * One event of an execution's history. Names and details are the service's; where its API has JSON as text (input,
 * output, parameters, variables) the value itself stands here and is made into text when it is read.
 */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  /** Epoch milliseconds. */
  readonly timestamp: number;
  readonly type: string;
  readonly details?: EventDetails;
}

/** Details by field; undefined fields are left out. */
export interface EventDetails {
  readonly [field: string]: Json | undefined;
}

/** Fields of details that the API gives as JSON text. */
const TEXT_FIELDS = new Set(['input', 'output', 'parameters']);

/** The event as `GetExecutionHistory` gives it; `timestamp` in epoch seconds. */
export function wireEvent(event: HistoryEvent): Record<string, Json> {
  const { id, previousEventId, type, details } = event;
  const wire: Record<string, Json> = { timestamp: event.timestamp / 1000, type, id, previousEventId };
  if (details) wire[detailsKey(type)] = wireDetails(details);
  return wire;
}

function detailsKey(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

function wireDetails(details: EventDetails): Record<string, Json> {
  const wire: Record<string, Json> = {};
  for (const [field, value] of Object.entries(details)) {
    if (value === undefined) continue;
    if (field === 'assignedVariables' && typeof value === 'object' && value !== null) {
      wire[field] = Object.fromEntries(
        Object.entries(value).map(([name, held]) => [name, JSON.stringify(held)]),
      );
      wire['assignedVariablesDetails'] = { truncated: false };
    } else if (TEXT_FIELDS.has(field)) {
      wire[field] = JSON.stringify(value);
      if (field !== 'parameters') wire[`${field}Details`] = { truncated: false };
    } else wire[field] = value;
  }
  return wire;
}
