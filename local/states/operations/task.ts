import type { Answer } from '../../../simulator/asl/answering.ts';
import { type Json, exceedsBytes, parseGiven } from '../../../simulator/asl/json.ts';
import { MAX_PAYLOAD_BYTES } from '../../../simulator/asl/limits.ts';
import { readToken } from '../../../simulator/asl/token.ts';
import { ServiceError, invalidToken } from '../errors.ts';
import type { Operation, Parts } from './operation.ts';

const TOKEN = { min: 1, max: 2048 };

export const sendTaskSuccess: Operation = async (parts, fields) => {
  const token = fields.required('taskToken', TOKEN);
  const text = fields.required('output', { max: MAX_PAYLOAD_BYTES });
  fields.done();
  await answer(parts, token, { kind: 'success', output: readOutput(text) });
  return {};
};

export const sendTaskFailure: Operation = async (parts, fields) => {
  const token = fields.required('taskToken', TOKEN);
  const error = fields.optional('error', { max: 256 });
  const cause = fields.optional('cause', { max: 32_768 });
  fields.done();
  await answer(parts, token, {
    kind: 'failure',
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  });
  return {};
};

export const sendTaskHeartbeat: Operation = async (parts, fields) => {
  const token = fields.required('taskToken', TOKEN);
  fields.done();
  await answer(parts, token, { kind: 'heartbeat' });
  return {};
};

async function answer(parts: Parts, token: string, given: Answer): Promise<void> {
  const read = readToken(token);
  const row = read && parts.executions.byArn(read.executionArn);
  if (!read || !row) throw invalidToken();
  const taken = await parts.executor.act(row.id, (engine) => engine.answer(read.taskId, read.nonce, given));
  if (!taken)
    throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
}

function readOutput(text: string): Json {
  try {
    const output = parseGiven(text);
    if (!exceedsBytes(output, MAX_PAYLOAD_BYTES)) return output;
  } catch {
    throw new ServiceError('InvalidOutput', `Invalid Output: '${text}'`);
  }
  throw new ServiceError('InvalidOutput', "Invalid Output: 'Output is too long'");
}
