import type { Advanced } from '../clock/time-machine.ts';
import type { LocalHandler, LocalReply, LocalRequest } from '../rest/exchange.ts';
import { parseAdvance, type Target } from './advance-request.ts';
import { jsonReply, Problem, problemReply } from './problem.ts';

/** What the control API shows and moves. */
export interface Controls {
  /** Epoch milliseconds. */
  now(): number;
  isFrozen(): boolean;
  advance(target: Target): Promise<Advanced>;
  mails(to: string | undefined): readonly unknown[];
  executions(): readonly unknown[];
  /** Throws an Error when there is none of that ARN. */
  execution(arn: string): unknown;
  /** A token for a member of staff; undefined when there is nobody of that name. */
  token(user: string): Promise<string | undefined>;
  denials(): readonly unknown[];
  deadLetters(): readonly unknown[];
  /** Lines of one function; undefined when there is no such log. */
  log(source: string): readonly string[] | undefined;
  logNames(): readonly string[];
  reset(): Promise<void>;
}

type Route = (controls: Controls, request: LocalRequest) => unknown;

const health = (controls: Controls): unknown => ({
  status: 'ok',
  now: new Date(controls.now()).toISOString(),
  frozen: controls.isFrozen(),
});

async function token(controls: Controls, { query }: LocalRequest): Promise<unknown> {
  const user = query.get('user');
  if (user === null) throw new Problem(400, 'Nobody named', 'say who with ?user=');
  const issued = await controls.token(user);
  if (issued === undefined)
    throw new Problem(404, 'Nobody of that name', `there is no staff account ${user}`);
  return { token: issued };
}

function logs(controls: Controls, { query }: LocalRequest): unknown {
  const source = query.get('function');
  if (source === null) return controls.logNames();
  const lines = controls.log(source);
  if (lines === undefined)
    throw new Problem(404, 'No such log', `there are: ${controls.logNames().join(', ')}`);
  return lines;
}

async function advance(controls: Controls, { body }: LocalRequest): Promise<unknown> {
  const { now, fired } = await controls.advance(parseAdvance(body.toString('utf8')));
  return { now: new Date(now).toISOString(), fired };
}

async function reset(controls: Controls): Promise<unknown> {
  await controls.reset();
  return health(controls);
}

const routes: Readonly<Record<string, Route>> = {
  'GET /_local/health': health,
  'GET /_local/mail': (controls, { query }) => controls.mails(query.get('to') ?? undefined),
  'GET /_local/executions': (controls) => controls.executions(),
  'GET /_local/token': token,
  'GET /_local/denied': (controls) => controls.denials(),
  'GET /_local/dead-letters': (controls) => controls.deadLetters(),
  'GET /_local/logs': logs,
  'POST /_local/clock/advance': advance,
  'POST /_local/reset': reset,
};

const EXECUTION = /^\/_local\/executions\/(.+)$/;

/** Answers the control API below `/_local/`; errors are problem details. */
export function createControl(controls: Controls): LocalHandler {
  const answer = async (request: LocalRequest): Promise<LocalReply | undefined> => {
    const arn = request.method === 'GET' ? EXECUTION.exec(request.path)?.[1] : undefined;
    if (arn !== undefined) return jsonReply(controls.execution(decodeURIComponent(arn)));
    const route = routes[`${request.method} ${request.path}`];
    return route && jsonReply(await route(controls, request));
  };
  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof Problem) return problemReply(error);
      throw error;
    }
  };
}
