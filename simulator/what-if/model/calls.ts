import { viewOf } from '../../../domain/application/gate-item.ts';
import { stepContracts } from '../../../domain/steps/contracts.ts';
import type { StepInput, StepName } from '../../../domain/steps/contracts.ts';
import * as stepErrors from '../../../domain/steps/errors.ts';
import type { CallReply } from '../../asl/integrations/call.ts';
import { parseJson } from '../../asl/json.ts';
import { machineOf, stepOf } from './machines.ts';
import type { Fault, Pending } from './news.ts';
import { steps } from './steps.ts';
import type { World } from './world.ts';

/** Carries out a call of a machine; undefined when it is never heard of again. */
export function carryOut(world: World, { arn, request }: Pending, fault?: Fault): CallReply | undefined {
  const { call } = request;
  if (fault === 'silent') return undefined;
  if (fault && 'refused' in fault) return refusal(fault.refused);
  if (fault) return threw(fault.throws, 'it was made to fail');
  switch (call.kind) {
    case 'invokeFunction':
      return invoke(world, call.functionName, call.payload);
    case 'putEvents':
      return { ok: true, value: { Entries: [], FailedEntryCount: 0 } };
    case 'startExecution':
      return startChild(world, arn, call);
    case 'dynamodb':
    case 'sendMessage':
      throw new Error(`${request.state} calls ${call.kind}, which the model does not have`);
  }
}

const refusal = (code: string, message = 'it was made to be refused'): CallReply => ({
  ok: false,
  code,
  message,
  statusCode: 400,
});

const threw = (errorType: string, errorMessage: string): CallReply => ({
  ok: true,
  value: {
    payload: JSON.stringify({ errorType, errorMessage }),
    functionError: 'Unhandled',
    executedVersion: '$LATEST',
  },
});

/** A step's own errors reach the machine by name; anything else is a fault of the model and ends it. */
function invoke(world: World, functionArn: string, payload: string): CallReply {
  const name = stepOf(functionArn);
  if (name === undefined) return refusal('ResourceNotFoundException', `there is no step ${functionArn}`);
  try {
    const output = perform(world, name, asked(name, payload));
    return { ok: true, value: { payload: JSON.stringify(output), executedVersion: '$LATEST' } };
  } catch (error) {
    if (!(error instanceof Error) || !Object.hasOwn(stepErrors, error.name)) throw error;
    return threw(error.name, error.message);
  }
}

const known = new Map<string, unknown>();
const most = 20_000;

/** What a step is asked for, as its contract reads it; remembered, for journeys ask the same again and again. */
function asked(name: StepName, payload: string): unknown {
  const key = `${name} ${payload}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const parsed = stepContracts[name].input.safeParse(parseJson(payload));
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new stepErrors.InvalidInput(`${name} was called with ${fields.join('; ')}`);
  }
  if (known.size >= most) known.clear();
  known.set(key, parsed.data);
  return parsed.data;
}

function perform(world: World, name: StepName, input: unknown): unknown {
  // The contract parsed is the one of this name, which the type of a lookup by a union of names cannot say.
  if (name === 'open-gate') return openGate(world, input as StepInput<'open-gate'>);
  const step: (office: World['office'], input: never) => unknown = steps[name];
  return step(world.office, input as never);
}

/** Stores the token, and answers at once when the gate has changed since the machine looked. */
function openGate(
  world: World,
  { gateId, seenVersion, taskToken }: StepInput<'open-gate'>,
): { stored: boolean } {
  const { table } = world.office;
  const gate = { ...table.gate(gateId), token: taskToken };
  table.putGate(gate);
  if (viewOf(gate).version !== seenVersion) world.wake([gate]);
  return { stored: true };
}

function startChild(
  world: World,
  parent: string,
  call: { stateMachineArn: string; name: string; input: string },
): CallReply {
  const machine = machineOf(world.around.machines, call.stateMachineArn);
  if (machine === undefined)
    return refusal('StateMachineDoesNotExistException', `there is no ${call.stateMachineArn}`);
  if (!/^[\w.-]{1,80}$/.test(call.name)) return refusal('InvalidNameException', call.name);
  const child = world.start(machine, call.name, parseJson(call.input), parent);
  if (child === undefined) return refusal('ExecutionAlreadyExistsException', call.name);
  return { ok: true, value: { ExecutionArn: child, StartDate: new Date(world.now).toISOString() } };
}
