import { randomUUID } from 'node:crypto';
import type { FunctionModel } from '../assembly/model.ts';
import { parseJson } from '../assembly/json.ts';
import type { Iam } from '../endpoint/iam.ts';
import type { DeadLetterStore } from '../events/dead-letters.ts';
import type { Delivery } from '../events/deliveries.ts';
import type { LambdaService } from '../lambda/lambda-service.ts';
import type { LogBook } from '../lambda/logs.ts';
import type { AwsService } from '../service.ts';
import { internalCall, RefusedCall } from './internal-call.ts';
import type { InvokePermissions } from './invoke-permissions.ts';

export interface TargetsOptions {
  readonly iam: Iam;
  readonly lambda: LambdaService;
  readonly states: AwsService;
  readonly deadLetters: DeadLetterStore;
  readonly logs: LogBook;
  readonly invokePermissions: InvokePermissions;
}

/** Hands an event over to where a rule, a schedule or an asynchronous invocation sends it. */
export class Targets {
  readonly #options: TargetsOptions;

  constructor(options: TargetsOptions) {
    this.#options = options;
  }

  /** Throws an Error when the target fails or may not be reached. */
  async deliver(delivery: Delivery): Promise<void> {
    const { targetArn, payload } = delivery;
    const [, , service] = targetArn.split(':');
    switch (service) {
      case 'lambda':
        return this.#invoke(delivery);
      case 'states':
        return this.#start(delivery);
      case 'sqs':
        return this.#options.deadLetters.send(targetArn, payload, delivery.origin);
      case 'logs':
        return this.#options.logs.for(logGroup(targetArn))(payload);
      case undefined:
      default:
        throw new Error(`${delivery.origin}: the target ${targetArn} is not supported on the laptop`);
    }
  }

  async #invoke({ targetArn, roleArn, payload, origin, sourceArn }: Delivery): Promise<void> {
    const { iam, lambda, invokePermissions } = this.#options;
    if (roleArn !== undefined) {
      const permission = { action: 'lambda:InvokeFunction', resource: targetArn };
      const denial = await iam.refuse({ name: origin, roleArn }, [permission]);
      if (denial !== undefined) throw new Error(denial.message);
    } else if (sourceArn !== undefined) {
      invokePermissions.check(targetArn, 'events.amazonaws.com', sourceArn);
    }
    const { functionError, payload: answer } = await lambda.invoke(targetArn, payload);
    if (functionError !== undefined) throw new Error(answer);
  }

  async #start({ targetArn, roleArn, payload, origin }: Delivery): Promise<void> {
    if (roleArn === undefined) throw new Error(`${origin}: a state machine as target needs a role`);
    const input = {
      stateMachineArn: targetArn,
      input: JSON.stringify(parseJson(payload)),
      name: randomUUID(),
    };
    const { states, iam } = this.#options;
    try {
      await internalCall(states, iam, { name: origin, roleArn }, 'AWSStepFunctions.StartExecution', input);
    } catch (error) {
      if (error instanceof RefusedCall) throw new Error(`${error.code}: ${error.message}`, { cause: error });
      throw error;
    }
  }
}

/** The laptop knows no other targets; found when the stack is loaded, not when the first event comes. */
export function checkTarget(targetArn: string, place: string): void {
  if (!/^arn:aws:(lambda|states|sqs|logs):/.test(targetArn)) {
    throw new Error(`${place}: the target ${targetArn} is not supported on the laptop`);
  }
}

/** How often an event for a target is tried again: for a function its own asynchronous settings decide. */
export function withFunctionSettings(delivery: Delivery, functions: readonly FunctionModel[]): Delivery {
  const target = functions.find(({ arn }) => arn === delivery.targetArn);
  if (target === undefined) return delivery;
  return {
    ...delivery,
    maximumRetries: target.asyncRetries,
    failureArn: target.asyncFailureArn ?? delivery.failureArn,
  };
}

const logGroup = (arn: string): string =>
  (arn.split(':log-group:')[1] ?? arn).replace(/:\*$/, '').replaceAll('/', '_');
