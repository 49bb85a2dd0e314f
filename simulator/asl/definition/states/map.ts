import { readCatchers, readRetriers } from '../guards.ts';
import { withDefined } from '../../defined.ts';
import { onlyFields, onward, required, shaped } from '../parts.ts';
import type { Reader } from '../reader.ts';
import { MAX_SECONDS, type ReadState, type Reading } from '../reading.ts';
import type { Block } from '../types.ts';

export const readMap: ReadState = (reader, reading) => {
  const processor = readProcessor(reader, reading);
  const rest = {
    ...onward(reader),
    ...shaped(reader, ['result']),
    retry: readRetriers(reader),
    catch: readCatchers(reader),
    ...withDefined('items', reader.template('Items')),
    ...withDefined('itemSelector', reader.template('ItemSelector')),
    ...withDefined('maxConcurrency', reader.numeric('MaxConcurrency', 0, MAX_SECONDS)),
    ...withDefined('toleratedFailurePercentage', reader.numeric('ToleratedFailurePercentage', 0, 100, false)),
    ...withDefined('toleratedFailureCount', reader.numeric('ToleratedFailureCount', 0, MAX_SECONDS)),
  };
  return processor && { type: 'Map', name: reading.name, ...rest, processor };
};

/** `ItemProcessor`, or `Iterator` as it was called before. */
function readProcessor(reader: Reader, { name, readBlock }: Reading): Block | undefined {
  const both = reader.fields['ItemProcessor'] !== undefined && reader.fields['Iterator'] !== undefined;
  if (both) reader.fail("The fields 'ItemProcessor' and 'Iterator' exclude each other");
  const old = reader.fields['ItemProcessor'] === undefined && reader.fields['Iterator'] !== undefined;
  const field = old ? 'Iterator' : 'ItemProcessor';
  required(reader, [field]);
  const inner = reader.object(field);
  if (!inner) return undefined;
  onlyFields(inner, ['Comment', 'StartAt', 'States', 'ProcessorConfig']);
  const mode = inner.object('ProcessorConfig')?.text('Mode');
  if (mode !== undefined && mode !== 'INLINE') {
    inner.fail(
      `Mode '${mode}' of state '${name}' is not supported by this engine: use INLINE`,
      'ProcessorConfig/Mode',
    );
  }
  return readBlock(inner);
}
