import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Activity } from '../activity.ts';
import { accountId, region } from '../assembly/identity.ts';
import { isObject, parseJson } from '../assembly/json.ts';
import type { Model } from '../assembly/model.ts';
import type { BusEvent } from '../bus-event.ts';
import type { DynamoDbClient } from '../dynamodb/client.ts';
import { DynamoDbService } from '../dynamodb/dynamodb-service.ts';
import { Iam } from '../endpoint/iam.ts';
import { readResourcePolicies } from '../endpoint/resource-policies.ts';
import { DeadLetterStore } from '../events/dead-letters.ts';
import { Deliveries, type Delivery } from '../events/deliveries.ts';
import { EventBus } from '../events/event-bus.ts';
import { Schedules } from '../events/schedules.ts';
import { MalwareScan } from '../guardduty/malware-scan.ts';
import { readPlans } from '../guardduty/plans.ts';
import { createKms } from '../kms/kms-service.ts';
import { accessKeyOf } from '../lambda/environment.ts';
import { LambdaService } from '../lambda/lambda-service.ts';
import type { LogBook } from '../lambda/logs.ts';
import type { WarmInstances } from '../lambda/warm-instances.ts';
import { createS3, type S3 } from '../s3/s3-service.ts';
import { sesConfiguration } from '../ses/configuration.ts';
import { createSes, type Ses } from '../ses/ses-service.ts';
import type { Caller, Clock, Permission } from '../service.ts';
import { StatesService } from '../states/service.ts';
import { InvokePermissions } from './invoke-permissions.ts';
import { createStatesHost } from './states-host.ts';
import { checkTarget, Targets, withFunctionSettings } from './targets.ts';

export interface ServicesOptions {
  readonly model: Model;
  readonly db: DatabaseSync;
  readonly clock: Clock;
  readonly wall: Clock;
  readonly directory: string;
  readonly siteUrl: string;
  readonly awsUrl: string;
  readonly dynamodb: DynamoDbClient;
  /** Told after each write to a table. */
  readonly written: () => void;
  readonly logs: LogBook;
  readonly warm: WarmInstances;
  readonly report: (line: string) => void;
}

/** The services of one stack, wired to each other. */
export interface Services {
  readonly activity: Activity;
  readonly iam: Iam;
  readonly lambda: LambdaService;
  readonly dynamodb: DynamoDbService;
  readonly events: EventBus;
  readonly deliveries: Deliveries;
  readonly schedules: Schedules;
  readonly deadLetters: DeadLetterStore;
  readonly states: StatesService;
  readonly ses: Ses;
  readonly s3: S3;
  readonly malwareScan: MalwareScan;
  readonly kms: ReturnType<typeof createKms>;
  /** Who holds an access key: a function under its role, or whoever uses the key `local`. */
  callerOf(accessKey: string): Caller | undefined;
}

/** Access key of people at this machine: it may do everything. */
const CONTROL_KEY = 'local';

function callers(model: Model): (accessKey: string) => Caller | undefined {
  const known = new Map<string, Caller>([[CONTROL_KEY, { name: 'local', roleArn: undefined }]]);
  for (const { arn, name, roleArn } of model.functions) known.set(accessKeyOf(arn), { name, roleArn });
  return (accessKey) => known.get(accessKey);
}

function checkTargets({ rules, schedules }: Model): void {
  for (const { name, targets } of rules) for (const target of targets) checkTarget(target.arn, name);
  for (const { name, target } of schedules) checkTarget(target.arn, name);
}

/** Wires the services. Throws an Error that names what of the stack cannot run on the laptop. */
export function createServices(options: ServicesOptions): Services {
  const { model, db, clock, wall, directory, siteUrl, awsUrl, logs, warm, report } = options;
  checkTargets(model);
  const activity = new Activity();
  const iam = new Iam({
    roles: model.roles,
    resourcePolicies: readResourcePolicies(model.resources),
    now: () => clock.now(),
    report: ({ message }) => report(`denied: ${message}`),
  });
  const deadLetters = new DeadLetterStore(db, clock, model.queueArns, report);
  const enqueue = (delivery: Delivery): void =>
    deliveries.enqueue(withFunctionSettings(delivery, model.functions));
  const lambda = new LambdaService({
    functions: model.functions,
    environment: { awsUrl, rewrites: model.publicAddresses.map((address) => [address, siteUrl] as const) },
    activity,
    logs,
    warm,
    enqueue: (targetArn, payload) =>
      enqueue({
        targetArn,
        payload,
        roleArn: undefined,
        maximumRetries: 0,
        failureArn: undefined,
        origin: 'asynchronous invocation',
        sourceArn: undefined,
      }),
  });
  const events = new EventBus({ busNames: model.busNames, rules: model.rules, clock, enqueue });
  const dynamodb = new DynamoDbService({
    client: options.dynamodb,
    tables: model.tables,
    written: options.written,
  });
  const host = createStatesHost({ iam, lambda, dynamodb, events, deadLetters });
  const publish = (event: BusEvent): void => {
    const plain = parseJson(JSON.stringify(event));
    if (isObject(plain)) events.publish('default', plain);
  };
  const states = new StatesService({
    db,
    clock,
    random: Math.random,
    host,
    publish,
    region,
    account: accountId,
  });
  const invokePermissions = new InvokePermissions(model.resources);
  const targets = new Targets({ iam, lambda, states, deadLetters, logs, invokePermissions });
  const deliveries = new Deliveries({
    db,
    clock,
    activity,
    deliver: (delivery) => targets.deliver(delivery),
    deadLetter: (queueArn, { payload }, reason) => deadLetters.send(queueArn, payload, reason),
    report,
  });
  const schedules = new Schedules({ db, rules: model.rules, schedules: model.schedules, clock, enqueue });
  const place = { account: accountId, region };
  const callerOf = callers(model);
  const ses = createSes({
    database: db,
    clock,
    place,
    configuration: sesConfiguration(model.resources),
    publish,
    report,
  });
  const refusalOf = async (caller: Caller, permissions: readonly Permission[]): Promise<string | undefined> =>
    (await iam.refuse(caller, permissions))?.message;
  const s3 = createS3({
    database: db,
    directory: join(directory, 's3'),
    resources: model.resources,
    clock,
    wall,
    place,
    publish: (event) => {
      publish(event);
      malwareScan.heard(event);
    },
    signerOf: (accessKey) => {
      const caller = callerOf(accessKey);
      return caller && { caller, secretAccessKey: 'local' };
    },
    refusalOf,
    localOrigins: () => [siteUrl],
  });
  const malwareScan = new MalwareScan({
    db,
    clock,
    plans: readPlans(model.resources),
    s3,
    refusalOf,
    report,
  });
  const kms = createKms({ database: db, resources: model.resources, ...place });
  return {
    activity,
    iam,
    lambda,
    dynamodb,
    events,
    deliveries,
    schedules,
    deadLetters,
    states,
    ses,
    s3,
    malwareScan,
    kms,
    callerOf,
  };
}
