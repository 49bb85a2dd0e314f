import { isExpression } from '../../template.ts';
import { parseTimestamp } from '../../timestamp.ts';
import { withDefined } from '../../defined.ts';
import { onward, shaped } from '../parts.ts';
import { MAX_SECONDS, type ReadState } from '../reading.ts';

export const readWait: ReadState = (reader, { name }) => {
  const given = ['Seconds', 'Timestamp'].filter((field) => reader.fields[field] !== undefined);
  if (given.length !== 1) reader.fail("A Wait state must have exactly one of 'Seconds' and 'Timestamp'");
  const timestamp = reader.text('Timestamp');
  if (timestamp !== undefined && !isExpression(timestamp) && parseTimestamp(timestamp) === undefined) {
    reader.fail('The Timestamp field must be an ISO-8601 extended offset date-time', 'Timestamp');
  }
  return {
    type: 'Wait',
    name,
    ...onward(reader),
    ...shaped(reader),
    ...withDefined('seconds', reader.numeric('Seconds', 0, MAX_SECONDS)),
    ...withDefined('timestamp', reader.template('Timestamp')),
  };
};
