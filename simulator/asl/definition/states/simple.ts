import { withDefined } from '../../defined.ts';
import { onward, shaped } from '../parts.ts';
import type { ReadState } from '../reading.ts';

export const readPass: ReadState = (reader, { name }) => ({
  type: 'Pass',
  name,
  ...onward(reader),
  ...shaped(reader),
});

export const readSucceed: ReadState = (reader, { name }) => ({
  type: 'Succeed',
  name,
  ...withDefined('output', reader.template('Output')),
});

export const readFail: ReadState = (reader, { name }) => ({
  type: 'Fail',
  name,
  ...withDefined('error', reader.template('Error')),
  ...withDefined('cause', reader.template('Cause')),
});
