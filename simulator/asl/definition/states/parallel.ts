import { readCatchers, readRetriers } from '../guards.ts';
import { withDefined } from '../../defined.ts';
import { onlyFields, onward, required, shaped } from '../parts.ts';
import type { ReadState } from '../reading.ts';

export const readParallel: ReadState = (reader, { name, readBlock }) => {
  required(reader, ['Branches']);
  const branches = reader.objects('Branches');
  if (Array.isArray(reader.fields['Branches']) && branches.length === 0)
    reader.fail('Minimum number of items is 1', 'Branches');
  return {
    type: 'Parallel',
    name,
    ...onward(reader),
    ...shaped(reader, ['result']),
    ...withDefined('arguments', reader.template('Arguments')),
    branches: branches.flatMap((branch) => {
      onlyFields(branch, ['Comment', 'StartAt', 'States']);
      return readBlock(branch) ?? [];
    }),
    retry: readRetriers(reader),
    catch: readCatchers(reader),
  };
};
