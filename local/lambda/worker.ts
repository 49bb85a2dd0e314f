/*
 * What runs in the thread of a function. Its types are stripped once in the main thread (see sandbox.ts), for loading
 * the stripper in each thread would take longer than loading the bundle: so it imports nothing but Node's own modules.
 */
import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ErrorPayload, Invocation, Outcome, WorkerSetup } from './protocol.ts';

type Handler = (event: unknown, context: unknown) => unknown;

const setup: WorkerSetup = workerData;
const port = parentPort;
if (port === null) throw new Error('this file runs in a worker thread only');

function toPayload(error: unknown): ErrorPayload {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

async function load(): Promise<Handler> {
  const { url, exportName, isCommonJs } = setup;
  if (isCommonJs) {
    // Lambda sees no package.json above the bundle; here the repository's one would turn `.js` into a module.
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === url ? { url, format: 'commonjs', shortCircuit: true } : next(specifier, context),
    });
  }
  const exported: Record<string, unknown> = await import(url);
  const inner: unknown =
    exported[exportName] ?? (exported['default'] as Record<string, unknown> | undefined)?.[exportName];
  if (typeof inner !== 'function') throw new Error(`the handler ${exportName} is not a function`);
  // Node.js 24 on Lambda refuses callback handlers; so does the laptop. Source: AWS Lambda runtimes, nodejs24.x.
  if (inner.length > 2)
    throw new Error(`the handler ${exportName} takes a callback, which nodejs24.x does not support`);
  return inner as Handler;
}

function contextOf({ requestId, deadline }: Invocation): unknown {
  return {
    awsRequestId: requestId,
    functionName: setup.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setup.functionArn,
    memoryLimitInMB: String(setup.memoryMegabytes),
    logGroupName: `/aws/lambda/${setup.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
}

async function invoke(handler: Promise<Handler>, invocation: Invocation): Promise<Outcome> {
  const { requestId } = invocation;
  try {
    const run = await handler;
    const event: unknown = JSON.parse(invocation.payload);
    const result = await run(event, contextOf(invocation));
    // A handler that returns nothing answers JSON null.
    return { requestId, payload: JSON.stringify(result ?? null) };
  } catch (error) {
    const payload = toPayload(error);
    console.error(JSON.stringify({ level: 'ERROR', message: 'Invoke Error', requestId, ...payload }));
    return { requestId, error: payload };
  }
}

const handler = load();
handler.catch(() => undefined);
port.on('message', (invocation: Invocation) => {
  void invoke(handler, invocation).then((outcome) => port.postMessage(outcome));
});
