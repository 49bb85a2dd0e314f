import type { TaskState } from '../definition/types.ts';
import type { StatesError } from '../errors.ts';
import type { Task } from '../execution.ts';
import type { EventDetails } from '../history.ts';

/** The name of a task's event: `LambdaFunction…` for a function's ARN, `Task…` for a service integration. */
export function taskEvent(
  state: TaskState,
  what: 'Scheduled' | 'Started' | 'Succeeded' | 'Failed' | 'TimedOut',
): string {
  return state.integration.form === 'lambda' ? `LambdaFunction${what}` : `Task${what}`;
}

/** Details of the scheduled event; the region is that of the state machine. */
export function scheduledDetails(state: TaskState, task: Task, machineArn: string): EventDetails {
  const limits = { timeoutInSeconds: task.timeoutSeconds, heartbeatInSeconds: task.heartbeatSeconds };
  const { service: resourceType, action: resource, form } = state.integration;
  if (form === 'lambda') return { resource: state.resource, input: task.parameters, ...limits };
  return {
    resourceType,
    resource,
    region: machineArn.split(':')[3] ?? '',
    parameters: task.parameters,
    ...limits,
  };
}

export function failedDetails(error: StatesError): EventDetails {
  return { error: error.error, cause: error.detail };
}
