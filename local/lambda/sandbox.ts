import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { transformSync } from 'esbuild';
import type { FunctionModel } from '../assembly/model.ts';
import { findHandler } from './handler-file.ts';
import type { Invocation, Outcome, WorkerSetup } from './protocol.ts';

/** What an invocation gives: the payload, and `Unhandled` when it is an error. */
export interface InvokeResult {
  readonly payload: string;
  readonly functionError: 'Unhandled' | undefined;
}

const failure = (errorType: string, errorMessage: string): InvokeResult => ({
  payload: JSON.stringify({ errorType, errorMessage, trace: [] }),
  functionError: 'Unhandled',
});

const workerSource = readFileSync(new URL('worker.ts', import.meta.url), 'utf8');
const workerCode = transformSync(workerSource, { loader: 'ts', target: 'node24' }).code;
const workerProgram = new URL(`data:text/javascript,${encodeURIComponent(workerCode)}`);

/** One warm instance of a function: its bundle in a worker thread of its own, one invocation at a time. */
export class Sandbox {
  readonly #model: FunctionModel;
  readonly #worker: Worker;
  #log: (line: string) => void;
  #settle: ((result: InvokeResult) => void) | undefined;
  #dead = false;

  /** Throws an Error when the bundle has no file for the handler. */
  constructor(model: FunctionModel, environment: Record<string, string>, log: (line: string) => void) {
    this.#model = model;
    this.#log = log;
    const { path, exportName, isCommonJs } = findHandler(model.directory, model.handler);
    const setup: WorkerSetup = {
      url: pathToFileURL(path).href,
      exportName,
      isCommonJs,
      functionName: model.name,
      functionArn: model.arn,
      memoryMegabytes: model.memoryMegabytes,
    };
    this.#worker = new Worker(workerProgram, {
      workerData: setup,
      env: environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: model.memoryMegabytes,
        // Little room for young objects, 4 MB of 512: handlers are brief, and a dozen of them share the laptop's memory.
        maxYoungGenerationSizeMb: model.memoryMegabytes / 128,
      },
      name: model.logicalId,
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr])
      collectLines(stream, (line) => this.#log(line));
    this.#worker.on('message', (outcome: Outcome) => {
      this.#end(
        'error' in outcome
          ? { payload: JSON.stringify(outcome.error), functionError: 'Unhandled' }
          : { payload: outcome.payload, functionError: undefined },
      );
    });
    this.#worker.on('error', (error: Error) => {
      this.#log(error.stack ?? error.message);
      this.#end(failure(error.name, error.message));
    });
    this.#worker.on('exit', (code) => {
      this.#dead = true;
      this.#end(failure('Runtime.ExitError', `RequestId: unknown Error: Runtime exited with status ${code}`));
    });
  }

  /** True once the thread has ended; such a sandbox takes no more invocations. */
  get dead(): boolean {
    return this.#dead;
  }

  /** Where its lines go from now on. */
  logTo(log: (line: string) => void): void {
    this.#log = log;
  }

  /** Runs the handler with the event (JSON text); cut off after the function's time-out, which ends the sandbox. */
  async invoke(payload: string): Promise<InvokeResult> {
    const requestId = randomUUID();
    const milliseconds = this.#model.timeoutSeconds * 1_000;
    const invocation: Invocation = { requestId, payload, deadline: Date.now() + milliseconds };
    const result = new Promise<InvokeResult>((resolve) => (this.#settle = resolve));
    const seconds = this.#model.timeoutSeconds.toFixed(2);
    const timer = setTimeout(() => {
      this.#end(
        failure('Sandbox.Timedout', `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`),
      );
      void this.stop();
    }, milliseconds);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    this.#worker.postMessage(invocation);
    try {
      return await result;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the thread. What it was doing gets no answer, as if the machine had been switched off. */
  async stop(): Promise<void> {
    this.#dead = true;
    this.#settle = undefined;
    await this.#worker.terminate();
  }

  #end(result: InvokeResult): void {
    this.#settle?.(result);
    this.#settle = undefined;
  }
}

function collectLines(stream: NodeJS.ReadableStream, log: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) log(line);
  });
}
