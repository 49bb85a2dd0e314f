import { readCatchers, readRetriers } from '../guards.ts';
import { withDefined } from '../../defined.ts';
import { onlyFields, onward, required, shaped } from '../parts.ts';
import type { ReadState } from '../reading.ts';

export const readParallel: ReadState = (reader, { name, readBlock }) => {
  required(reader, ['Branches']);
  return {
    type: 'Parallel',
    name,
    ...onward(reader),
    ...shaped(reader),
    ...withDefined('arguments', reader.template('Arguments')),
    branches: reader.objects('Branches').flatMap((branch) => {
      onlyFields(branch, ['Comment', 'StartAt', 'States']);
      return readBlock(branch) ?? [];
    }),
    retry: readRetriers(reader),
    catch: readCatchers(reader),
  };
};
