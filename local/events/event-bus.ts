import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { accountId, arn, region } from '../assembly/identity.ts';
import { type Json, type JsonObject, parseJson, isObject } from '../assembly/json.ts';
import type { RuleModel } from '../assembly/model.ts';
import { errorReply } from '../endpoint/replies.ts';
import type { AwsRequest, AwsResponse, AwsService, Clock, Permission } from '../service.ts';
import type { Delivery } from './deliveries.ts';
import { compilePattern } from './pattern.ts';
import { targetInput } from './target-input.ts';

export interface EventBusOptions {
  readonly busNames: readonly string[];
  readonly rules: readonly RuleModel[];
  readonly clock: Clock;
  readonly enqueue: (delivery: Delivery) => void;
}

const entry = z.object({
  Source: z.string(),
  DetailType: z.string(),
  Detail: z.string(),
  EventBusName: z.string().default('default'),
  Resources: z.array(z.string()).default([]),
  /** Epoch seconds or ISO 8601; the protocol sends a number. */
  Time: z.union([z.number(), z.string()]).optional(),
});
const putEvents = z.object({ Entries: z.array(entry).min(1).max(10) });

/** EventBridge tells time to the second. */
export const eventTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const busName = (reference: string): string => reference.replace(/^arn:.*event-bus\//, '');

/** The event buses of the stack with their rules, and the PutEvents operation. */
export class EventBus implements AwsService {
  readonly signingName = 'events';
  readonly #options: EventBusOptions;
  readonly #rules: readonly { readonly model: RuleModel; readonly matches: (event: JsonObject) => boolean }[];

  /** Throws an Error for a pattern with an operator the laptop does not know. */
  constructor(options: EventBusOptions) {
    this.#options = options;
    this.#rules = options.rules.flatMap((model) =>
      model.pattern === undefined ? [] : [{ model, matches: compilePattern(model.pattern) }],
    );
  }

  /** Puts a finished event on a bus: whatever matches is on its way, durably, when this returns. */
  publish(bus: string, event: JsonObject): void {
    for (const { model, matches } of this.#rules) {
      if (model.busName !== bus || !matches(event)) continue;
      for (const target of model.targets) {
        this.#options.enqueue({
          targetArn: target.arn,
          roleArn: target.roleArn,
          payload: targetInput(target, event, model),
          maximumRetries: target.maximumRetries,
          failureArn: target.failureArn,
          origin: `rule ${model.name}`,
          sourceArn: model.arn,
        });
      }
    }
  }

  /** PutEvents: `{ FailedEntryCount, Entries }`. Throws ZodError for a malformed request. */
  putEvents(input: unknown): JsonObject {
    const results = putEvents.parse(input).Entries.map((one) => this.#put(one));
    return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
  }

  permissions(request: AwsRequest): Permission[] {
    const parsed = putEvents.safeParse(parseJson(request.body.toString('utf8')));
    const names = new Set(
      parsed.success ? parsed.data.Entries.map(({ EventBusName }) => busName(EventBusName)) : ['default'],
    );
    return [...names].map((name) => ({
      action: 'events:PutEvents',
      resource: arn('events', `event-bus/${name}`),
    }));
  }

  async handle(request: AwsRequest): Promise<AwsResponse> {
    const operation = request.headers['x-amz-target']?.replace(/^AWSEvents\./, '');
    if (operation !== 'PutEvents') {
      return errorReply(
        this.signingName,
        400,
        'UnknownOperationException',
        `the laptop's EventBridge has no ${operation}`,
      );
    }
    const parsed = putEvents.safeParse(parseJson(request.body.toString('utf8')));
    if (!parsed.success)
      return errorReply(this.signingName, 400, 'ValidationException', z.prettifyError(parsed.error));
    const body = JSON.stringify(this.putEvents(parsed.data));
    return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body };
  }

  #put(one: z.infer<typeof entry>): JsonObject {
    const bus = busName(one.EventBusName);
    if (!this.#options.busNames.includes(bus)) {
      return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${bus} does not exist.` };
    }
    const detail = readDetail(one.Detail);
    if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    const id = randomUUID();
    const given = typeof one.Time === 'number' ? one.Time * 1_000 : Date.parse(one.Time ?? '');
    this.publish(bus, {
      version: '0',
      id,
      'detail-type': one.DetailType,
      source: one.Source,
      account: accountId,
      time: eventTime(Number.isNaN(given) ? this.#options.clock.now() : given),
      region,
      resources: one.Resources,
      detail,
    });
    return { EventId: id };
  }
}

function readDetail(text: string): Json | undefined {
  try {
    const detail = parseJson(text);
    return isObject(detail) ? detail : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
