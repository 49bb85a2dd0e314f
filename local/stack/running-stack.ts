import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { quiet } from '../activity.ts';
import type { Model } from '../assembly/model.ts';
import { TimeMachine } from '../clock/time-machine.ts';
import { VirtualClock } from '../clock/virtual-clock.ts';
import { CustomResources } from '../custom/custom-resources.ts';
import { startDynamoDb, type DynamoDbProcess } from '../dynamodb/child.ts';
import { createTables } from '../dynamodb/tables.ts';
import { Dispatcher, type UnsignedRequest } from '../endpoint/dispatcher.ts';
import { LogBook } from '../lambda/logs.ts';
import type { WarmInstances } from '../lambda/warm-instances.ts';
import type { AwsResponse, Clock } from '../service.ts';
import { createServices, type Services } from './services.ts';
import { createStreams } from './streams.ts';
import type { Streams } from './streams.ts';

export interface StackOptions {
  readonly model: Model;
  readonly directory: string;
  readonly siteUrl: string;
  readonly awsUrl: string;
  /** Epoch ms at which a new clock begins, frozen; undefined for the wall clock. */
  readonly start: number | undefined;
  readonly wall: Clock;
  /** Instances of functions that outlive the stack; whoever gave them ends them. */
  readonly warm: WarmInstances;
  readonly report: (line: string) => void;
  /** Called when a child process ends by itself: the cloud cannot go on. */
  readonly died: (reason: string) => void;
}

/** How long stopping waits for what is under way, in wall ms; what is cut off is done again after the next start. */
const GRACE_MS = 2_000;

/** A stack that runs: all its state in one directory, all its services behind one function. */
export class RunningStack {
  readonly db: DatabaseSync;
  readonly clock: VirtualClock;
  readonly logs: LogBook;
  readonly time: TimeMachine;
  readonly services: Services;
  readonly #dynamodb: DynamoDbProcess;
  readonly #dispatcher: Dispatcher;
  readonly #custom: CustomResources;
  readonly #streams: Streams;

  private constructor(parts: {
    db: DatabaseSync;
    clock: VirtualClock;
    logs: LogBook;
    services: Services;
    dynamodb: DynamoDbProcess;
    custom: CustomResources;
    streams: Streams;
    report: (line: string) => void;
  }) {
    const { services, clock, streams, report } = parts;
    this.db = parts.db;
    this.clock = clock;
    this.logs = parts.logs;
    this.services = services;
    this.#dynamodb = parts.dynamodb;
    this.#custom = parts.custom;
    this.#streams = streams;
    const { dynamodb, states, ses, s3, kms, events, lambda } = services;
    this.#dispatcher = new Dispatcher({
      iam: services.iam,
      services: [dynamodb, states, ses, s3, kms, events, lambda],
      callerOf: (accessKey) => services.callerOf(accessKey),
      report,
    });
    this.time = new TimeMachine({
      clock,
      sources: [states, services.schedules, services.deliveries, services.malwareScan, ...streams.consumers],
      quiet: () => this.quiet(),
      report,
    });
  }

  /** Starts everything in order and deploys the custom resources. Throws an Error that says what did not work. */
  static async start(options: StackOptions): Promise<RunningStack> {
    const { model, directory, report, died } = options;
    mkdirSync(directory, { recursive: true });
    const dynamodb = await startDynamoDb(join(directory, 'dynamodb'), died);
    const db = new DatabaseSync(join(directory, 'cloud.sqlite'));
    try {
      // A killed process loses nothing that was committed; only a power cut could, and a laptop may forget that.
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      const clock = new VirtualClock(db, () => options.wall.now(), options.start);
      const logs = new LogBook(join(directory, 'logs'));
      const { client } = dynamodb;
      const localStreams = await createTables(client, model.tables);
      const followed: Streams[] = [];
      const written = (): void => followed.forEach(({ wake }) => wake());
      const services = createServices({ ...options, db, clock, dynamodb: client, written, logs });
      const streams = await createStreams({ model, db, clock, client, services, localStreams, report });
      followed.push(streams);
      for (const { arn, definition, roleArn } of model.stateMachines) {
        const alias = model.stateMachineAliases.find(({ stateMachineArn }) => stateMachineArn === arn)?.name;
        services.states.registerStateMachine({
          arn,
          definition,
          roleArn,
          ...(alias !== undefined && { alias }),
        });
      }
      const { lambda } = services;
      const invoke = (functionArn: string, payload: string): ReturnType<typeof lambda.invoke> =>
        lambda.invoke(functionArn, payload);
      const custom = new CustomResources({
        db,
        stackName: model.stackName,
        awsUrl: options.awsUrl,
        invoke,
        report,
      });
      return new RunningStack({ db, clock, logs, services, dynamodb, custom, streams, report });
    } catch (error) {
      db.close();
      await dynamodb.stop();
      throw error;
    }
  }

  /** Deploys the custom resources, takes up what a former process left half done, and lets time run. */
  async proceed(model: Model): Promise<void> {
    await this.#custom.deploy(model.customResources);
    this.services.states.recover();
    this.#streams.wake();
    this.services.activity.onIdle(() => this.time.wake());
    this.time.start();
  }

  /** Answers a call to the AWS endpoint. */
  async answer(request: UnsignedRequest): Promise<AwsResponse> {
    return (
      this.#custom.receive(request) ?? this.services.activity.track(() => this.#dispatcher.answer(request))
    );
  }

  /** Resolves when nothing is under way. */
  async quiet(): Promise<void> {
    await quiet(this.services.activity, [this.services.states]);
  }

  async stop(): Promise<void> {
    await this.time.stop();
    await Promise.race([this.quiet(), sleep(GRACE_MS)]);
    await this.services.lambda.stop();
    await this.#dynamodb.stop();
    this.db.close();
  }
}
