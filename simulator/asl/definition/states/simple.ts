import { withDefined } from '../../defined.ts';
import { onward, shaped } from '../parts.ts';
import type { Template } from '../../template.ts';
import type { Reader } from '../reader.ts';
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
  ...withDefined('error', textOf(reader, 'Error')),
  ...withDefined('cause', textOf(reader, 'Cause')),
});

const textOf = (reader: Reader, field: string): Template | undefined =>
  reader.text(field) === undefined ? undefined : reader.template(field);
