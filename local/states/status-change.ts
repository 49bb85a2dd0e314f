import { randomUUID } from 'node:crypto';
import type { Execution } from '../../simulator/asl/execution.ts';
import type { BusEvent } from '../bus-event.ts';
import type { Place } from './arns.ts';
import type { ExecutionRow } from './rows.ts';

/**
 * What Step Functions publishes to EventBridge's default bus when an execution's status changes.
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export function statusChange({ region, account }: Place, row: ExecutionRow, to: Execution): BusEvent {
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  const at = to.stoppedAt ?? to.startedAt;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    account,
    time: `${new Date(at).toISOString().slice(0, 19)}Z`,
    region,
    resources: [row.arn],
    detail: {
      executionArn: row.arn,
      stateMachineArn: to.machineArn,
      name: to.name,
      status: to.status,
      startDate: to.startedAt,
      stopDate: to.stoppedAt ?? null,
      input: json(to.input),
      inputDetails: { included: true },
      output: json(to.output),
      outputDetails: to.output === undefined ? null : { included: true },
      error: to.error ?? null,
      cause: to.cause ?? null,
    },
  };
}
