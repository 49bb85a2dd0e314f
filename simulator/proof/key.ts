import { isPlainWait } from '../../domain/application/gate.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { wantsOffers } from '../../domain/people/person.ts';
import { questionGateId } from '../../domain/questions/question.ts';
import type { Execution, Thread } from '../asl/execution.ts';
import type { Json } from '../asl/json.ts';
import { isJsonObject } from '../asl/json.ts';
import { readToken } from '../asl/token.ts';
import type { TableData } from '../what-if/model/table.ts';
import type { WorldData } from '../what-if/model/world.ts';
import type { Liveness } from './liveness.ts';

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * What of a settled world decides how it can go on, as text: two worlds with the same key have the same futures
 * up to a shift of time. Instants count from now; what is over for good and what nobody reads any more is left out.
 * `passes`: time goes by before anything else happens.
 */
export function keyOf(data: WorldData, liveness: ReadonlyMap<string, Liveness>, passes: boolean): string {
  const { now, table } = data;
  const relative = (at: string): number => Date.parse(at) - now;
  const plain = (value: Json): Json => {
    if (typeof value === 'string') return instant.test(value) ? relative(value) : value;
    if (Array.isArray(value)) return value.map(plain);
    if (!isJsonObject(value)) return value;
    const { gateId, version } = value;
    const known = typeof gateId === 'string' ? table.gates[gateId] : undefined;
    const seen = known && typeof version === 'number' ? { version: known.version - version } : {};
    return Object.fromEntries(Object.entries({ ...value, ...seen }).map(([key, item]) => [key, plain(item)]));
  };
  const running = Object.values(data.executions)
    .filter(({ execution }) => execution.status === 'RUNNING')
    .map(({ execution }) => executionKey(execution, liveness, plain, now));
  return JSON.stringify([running, tableKey(data, plain, passes)]);
}

function executionKey(
  { name, machineName, threads }: Execution,
  liveness: ReadonlyMap<string, Liveness>,
  plain: (value: Json) => Json,
  now: number,
): Json {
  const live = liveness.get(machineName);
  const thread = (one: Thread): Json => {
    const { state, phase, input, variables, wake, task, children, retries, index } = one;
    const wanted = live?.get(state);
    return [
      index ?? -1,
      state,
      phase,
      task && wanted && !wanted.has('states.input') ? null : plain(input),
      Object.entries(variables).flatMap(([key, value]) =>
        wanted && !wanted.has(key) ? [] : [[key, plain(value)]],
      ),
      [wake, task?.timeout, task?.heartbeat].map((timer) => (timer ? timer.at - now : -1)),
      task?.stage ?? null,
      children ? [children.next, children.done, { ...children.results }] : null,
      retries ?? null,
    ];
  };
  return [machineName, name, Object.values(threads).map(thread)];
}

function tableKey(
  { table, executions, now }: WorldData,
  plain: (value: Json) => Json,
  passes: boolean,
): Json {
  const { application, person, codes } = table;
  const over = new Set(
    Object.values(table.gates)
      .filter(isOver)
      .map(({ gateId }) => gateId),
  );
  return [
    application.stage,
    application.outcome ?? null,
    promiseKey(application, plain),
    Object.values(table.gates).map((gate) =>
      isOver(gate) ? overKey(gate) : gateKey(gate, executions, plain),
    ),
    interviewsKey(table, now),
    questionsKey(table, plain),
    tasksKey(table),
    lettersKey(table, over, passes ? undefined : now),
    [wantsOffers(person), person.suppression !== undefined, codes.length],
  ];
}

function promiseKey({ promise }: TableData['application'], plain: (value: Json) => Json): Json {
  if (!promise) return null;
  const { kind, due, firstDue, owner, gateId } = promise;
  return plain([kind, due, firstDue, owner, gateId ?? '']);
}

const isOver = ({ status }: Gate): boolean => status === 'closed';

const overKey = ({ gateId, outcome, settledBy }: Gate): Json => [gateId, outcome ?? '', settledBy ?? ''];

function gateKey(gate: Gate, executions: WorldData['executions'], plain: (value: Json) => Json): Json {
  const { gateId, kind, status, due, firstDue, rung, holdUntil, outcome, kept, token } = gate;
  const parts = token === undefined ? undefined : readToken(token);
  const waits = parts && executions[parts.executionArn]?.execution.threads;
  const awaited = Object.values(waits ?? {}).some(
    ({ task, phase }) => task?.id === parts?.taskId && phase === 'wait',
  );
  const rest = [rung, outcome ?? '', kept ?? null, awaited];
  return [gateId, status, isPlainWait(kind) ? '' : plain([due, firstDue, holdUntil ?? '']), rest];
}

const interviewsKey = ({ interviews }: TableData, now: number): Json =>
  Object.values(interviews).map(({ status, sequence, endsAt, approved }) => {
    const left = Date.parse(endsAt) - now;
    return [status, sequence, left > 0 ? left : 'over', approved !== undefined];
  });

/** What HR was asked to do. That they were asked to call is enough to know: about what, the ledger tells. */
const tasksKey = ({ tasks }: TableData): Json => {
  const calls = Object.values(tasks).some(({ task }) => task === 'call-bounced');
  return [calls, ...Object.keys(tasks).filter((taskId) => !taskId.startsWith('call-bounced'))];
};

/** What was asked for, while it waits for an answer. */
const questionsKey = ({ questions, gates }: TableData, plain: (value: Json) => Json): Json =>
  Object.values(questions).map(({ questionId, due, window }) => {
    const gate = gates[questionGateId(questionId)];
    return gate && isOver(gate) ? 'over' : plain([due, window?.from ?? '']);
  });

/** Letters at a wait that is over, and that name it, can neither be owed nor sent again; nor can word of a call. */
const lettersKey = ({ ledger }: TableData, over: ReadonlySet<string>, now: number | undefined): Json =>
  Object.entries(ledger).flatMap(([key, { at, gateId = '', occurrence, status }]) =>
    (over.has(gateId) && occurrence.startsWith(gateId)) || occurrence.startsWith('call-bounced-')
      ? []
      : [[key, status, Date.parse(at) === now]],
  );
