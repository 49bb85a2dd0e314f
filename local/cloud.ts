import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssembly } from './assembly/load.ts';
import type { Model } from './assembly/model.ts';
import { Mutex } from './clock/mutex.ts';
import type { Advanced } from './clock/time-machine.ts';
import type { Target } from './control/advance-request.ts';
import type { Controls } from './control/control.ts';
import { listJourneys, type ExecutionSummary } from './control/journeys.ts';
import { Problem } from './control/problem.ts';
import { ephemeralDirectory, keptDirectory, type DataDirectory } from './data-directory.ts';
import { Endpoint } from './endpoint/endpoint.ts';
import { WarmInstances } from './lambda/warm-instances.ts';
import { createFront, type Front } from './rest/front.ts';
import type { LocalReply, LocalRequest } from './rest/exchange.ts';
import type { Mail } from './ses/mail-store.ts';
import { RunningStack } from './stack/running-stack.ts';
import { createWeb, type Web } from './stack/web.ts';

export interface CloudOptions {
  /** Directory of the cloud assembly (`cdk.out`). */
  readonly assembly: string;
  /** Directory of the built pages. */
  readonly site: string;
  /** Ports on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  readonly awsPort: number;
  /** Where the data is kept; undefined for a temporary directory that is deleted when the cloud stops. */
  readonly data: string | undefined;
  /** Epoch ms at which a new cloud's clock begins, frozen; undefined for the wall clock. */
  readonly start: number | undefined;
  /** Fills a new cloud, at the start and after each reset. */
  readonly prepare?: (siteUrl: string) => Promise<void>;
  /** Takes log lines: refused calls, failed deliveries, faults. */
  readonly report: (line: string) => void;
  /** Called when a child process ends by itself and the cloud cannot go on. */
  readonly died: (reason: string) => void;
}

interface Running {
  readonly stack: RunningStack;
  readonly web: Web;
}

const wall = { now: () => Date.now() };

/** The embedded cloud: the stack of an assembly, running, behind a web address and an AWS endpoint. */
export class Cloud implements Controls {
  readonly #options: CloudOptions;
  readonly #model: Model;
  readonly #data: DataDirectory;
  readonly #front: Front;
  readonly #endpoint: Endpoint;
  readonly #resetting = new Mutex();
  readonly #warm = new WarmInstances();
  #siteUrl = '';
  #awsUrl = '';
  #running: Running | undefined;
  #ready: Promise<void> = Promise.resolve();

  /** Takes the data directory; `start` does everything else. */
  constructor(options: CloudOptions) {
    this.#options = options;
    this.#model = loadAssembly(options.assembly);
    this.#data = options.data === undefined ? ephemeralDirectory() : keptDirectory(options.data);
    const { report } = options;
    this.#endpoint = new Endpoint(async (request) => this.#current().stack.answer(request), report);
    this.#front = createFront({
      api: { handle: async (request) => (await this.#web()).api.handle(request) },
      signIn: {
        prefix: '/_local/oidc',
        handle: async (request, response) => (await this.#web()).signIn.handle(request, response),
      },
      local: [async (request) => this.#local(request)],
      site: async (request) => (await this.#web()).site(request),
      report,
    });
  }

  /** Where pages, API and controls are. */
  get siteUrl(): string {
    return this.#siteUrl;
  }

  /** Where AWS clients are pointed to. */
  get awsUrl(): string {
    return this.#awsUrl;
  }

  /** Listens and starts the stack. Throws an Error that says what is in the way; nothing is left running then. */
  async start(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ready = promise;
    try {
      this.#siteUrl = await this.#front.listen(this.#options.port);
      this.#awsUrl = await this.#endpoint.listen(this.#options.awsPort);
      await this.#open(this.#options.start);
    } catch (error) {
      await this.stop();
      throw error;
    } finally {
      resolve();
    }
    await this.#options.prepare?.(this.#siteUrl);
  }

  async stop(): Promise<void> {
    await this.#front.close();
    await this.#running?.stack.stop();
    await this.#warm.end();
    await this.#endpoint.close();
    this.#data.release();
  }

  now(): number {
    return this.#current().stack.clock.now();
  }

  isFrozen(): boolean {
    return this.#current().stack.clock.frozen;
  }

  async advance(target: Target): Promise<Advanced> {
    const { time, clock, services } = this.#current().stack;
    return time.advance(() => target(clock.now(), services.states.nextDue()));
  }

  /** Resolves when nothing is under way: every event delivered, every execution waiting or ended. */
  async quiet(): Promise<void> {
    await this.#current().stack.quiet();
  }

  mails(to?: string): Mail[] {
    return this.#current().stack.services.ses.mails.list({ to });
  }

  executions(): ExecutionSummary[] {
    return listJourneys(this.#current().stack.db);
  }

  execution(arn: string): unknown {
    const summary = this.executions().find((execution) => execution.arn === arn);
    if (summary === undefined) throw new Problem(404, 'No such execution', `there is no execution ${arn}`);
    return { ...summary, history: this.#current().stack.services.states.history(arn) };
  }

  async token(user: string): Promise<string | undefined> {
    return this.#current().web.signIn.issueToken(user);
  }

  /** The API's keys with their values, for whoever plays the shop. */
  get apiKeys(): readonly { readonly name: string; readonly value: string }[] {
    return this.#current().web.api.keys;
  }

  denials(): readonly unknown[] {
    return this.#current().stack.services.iam.denials;
  }

  deadLetters(): readonly unknown[] {
    return this.#current().stack.services.deadLetters.list();
  }

  log(source: string): readonly string[] | undefined {
    return this.#current().stack.logs.of(source);
  }

  logNames(): readonly string[] {
    return this.#current().stack.logs.sources();
  }

  /**
   * Forgets everything and begins anew, at the same addresses, at `start` (epoch ms) or where it began before. Requests
   * that come meanwhile wait.
   */
  async reset(start = this.#options.start): Promise<void> {
    await this.#resetting.run(async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#ready = promise;
      try {
        await this.#running?.stack.stop();
        this.#running = undefined;
        rmSync(join(this.#data.path, 'state'), { recursive: true, force: true });
        await this.#open(start);
      } finally {
        resolve();
      }
      await this.#options.prepare?.(this.#siteUrl);
    });
  }

  #current(): Running {
    if (this.#running === undefined) throw new Error('the cloud is not running');
    return this.#running;
  }

  /** Visitors wait while the cloud begins anew; functions that are part of the beginning must not. */
  async #web(): Promise<Web> {
    await this.#ready;
    return this.#current().web;
  }

  async #local(request: LocalRequest): Promise<LocalReply | undefined> {
    for (const handler of (await this.#web()).local) {
      const reply = await handler(request);
      if (reply !== undefined) return reply;
    }
    return undefined;
  }

  async #open(start: number | undefined): Promise<void> {
    const { report, died, site } = this.#options;
    const [siteUrl, awsUrl, model] = [this.#siteUrl, this.#awsUrl, this.#model];
    const directory = join(this.#data.path, 'state');
    const stack = await RunningStack.start({
      model,
      directory,
      siteUrl,
      awsUrl,
      start,
      wall,
      warm: this.#warm,
      report,
      died,
    });
    try {
      const { db, clock, services } = stack;
      const web = await createWeb({
        model,
        db,
        clock,
        wall,
        services,
        siteUrl,
        awsUrl,
        siteDirectory: site,
        controls: this,
        report,
      });
      this.#running = { stack, web };
      await stack.proceed(model);
    } catch (error) {
      this.#running = undefined;
      await stack.stop();
      throw error;
    }
  }
}

/** Starts a cloud and gives it when it is ready. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const cloud = new Cloud(options);
  await cloud.start();
  return cloud;
}
