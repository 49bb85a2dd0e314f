import * as z from 'zod';
import type { Activity } from '../activity.ts';
import { arn } from '../assembly/identity.ts';
import type { FunctionModel } from '../assembly/model.ts';
import type { AwsRequest, AwsResponse, AwsService, Permission } from '../service.ts';
import { environmentOf, type EnvironmentOptions } from './environment.ts';
import { findHandler } from './handler-file.ts';
import type { LogBook } from './logs.ts';
import { FunctionPool, ThrottledError } from './pool.ts';
import { Sandbox, type InvokeResult } from './sandbox.ts';
import type { WarmInstances } from './warm-instances.ts';

export interface LambdaOptions {
  readonly functions: readonly FunctionModel[];
  readonly environment: EnvironmentOptions;
  readonly activity: Activity;
  readonly logs: LogBook;
  /** Where instances come from that are there already, and go to when the service stops. */
  readonly warm: WarmInstances;
  /** Takes an asynchronous invocation: it is kept until it has run. */
  readonly enqueue: (functionArn: string, payload: string) => void;
}

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;
const invocationType = z.enum(['RequestResponse', 'Event', 'DryRun']).default('RequestResponse');

const errorReply = (status: number, name: string, message: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': name },
  body: JSON.stringify({ Type: 'User', message, Message: message }),
});

/** The functions of the stack and the Invoke operation of the Lambda API. */
export class LambdaService implements AwsService {
  readonly signingName = 'lambda';
  readonly #options: LambdaOptions;
  readonly #pools = new Map<string, FunctionPool>();

  /** Throws an Error that names a function whose bundle has no file for its handler. */
  constructor(options: LambdaOptions) {
    this.#options = options;
    for (const model of options.functions) {
      findHandler(model.directory, model.handler);
      const environment = environmentOf(model, options.environment);
      const log = options.logs.for(model.logicalId);
      const warm = options.warm.of(model.arn);
      for (const instance of warm) instance.logTo(log);
      const create = (): Sandbox => new Sandbox(model, environment, log);
      this.#pools.set(model.arn, new FunctionPool(model, create, warm));
    }
  }

  /** Finds a function by name, partial or whole ARN; `$LATEST` is the only version there is. */
  find(reference: string): FunctionModel | undefined {
    const plain = reference.replace(/:\$LATEST$/, '');
    const name = plain.split(':function:').at(-1)?.replace(/^\d+:/, '');
    return this.#options.functions.find((model) => model.name === name);
  }

  /**
   * Runs a function with the event (JSON text) and waits for its answer.
   * Throws an Error when there is no such function and ThrottledError beyond its reserved concurrency.
   */
  async invoke(reference: string, payload: string): Promise<InvokeResult> {
    const model = this.find(reference);
    const pool = model && this.#pools.get(model.arn);
    if (pool === undefined) throw new Error(`Function not found: ${reference}`);
    return this.#options.activity.track(() => pool.invoke(payload));
  }

  permissions({ path }: AwsRequest): Permission[] {
    const reference = decodeURIComponent(INVOKE.exec(path)?.[1] ?? '');
    const resource = this.find(reference)?.arn ?? arn('lambda', `function:${reference}`);
    return [{ action: 'lambda:InvokeFunction', resource }];
  }

  async handle(request: AwsRequest): Promise<AwsResponse> {
    const reference = INVOKE.exec(request.path)?.[1];
    if (request.method !== 'POST' || reference === undefined) {
      return errorReply(
        501,
        'NotImplementedException',
        `the laptop's Lambda has no ${request.method} ${request.path}`,
      );
    }
    const model = this.find(decodeURIComponent(reference));
    if (model === undefined || request.query.has('Qualifier')) {
      return errorReply(
        404,
        'ResourceNotFoundException',
        `Function not found: ${decodeURIComponent(reference)}`,
      );
    }
    const payload = request.body.length === 0 ? '{}' : request.body.toString('utf8');
    const type = invocationType.parse(request.headers['x-amz-invocation-type']);
    if (type === 'DryRun') return { status: 204, body: '' };
    if (type === 'Event') {
      this.#options.enqueue(model.arn, payload);
      return { status: 202, body: '' };
    }
    return this.#answer(model, payload);
  }

  /** Ends what is at work; the other instances stay warm. */
  async stop(): Promise<void> {
    const stopping = [...this.#pools].map(async ([functionArn, pool]) =>
      this.#options.warm.keep(functionArn, await pool.handOver()),
    );
    await Promise.all(stopping);
  }

  async #answer(model: FunctionModel, payload: string): Promise<AwsResponse> {
    try {
      const result = await this.invoke(model.arn, payload);
      const headers = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
      const failed = result.functionError && { 'x-amz-function-error': result.functionError };
      return { status: 200, headers: { ...headers, ...failed }, body: result.payload };
    } catch (error) {
      if (error instanceof ThrottledError) return errorReply(429, error.name, error.message);
      throw error;
    }
  }
}
