import { checkDefinition } from '../../../simulator/asl/definition/parse.ts';
import { defined } from '../description.ts';
import type { Operation } from './operation.ts';

/** ValidateStateMachineDefinition. */
export const validateStateMachineDefinition: Operation = (_parts, fields) => {
  const definition = fields.required('definition', { max: 1_048_576 });
  fields.optional('type', { oneOf: ['STANDARD', 'EXPRESS'] });
  fields.optional('severity', { oneOf: ['ERROR', 'WARNING'] });
  const most = fields.integer('maxResults', 0, 100) ?? 0;
  fields.done();
  const { diagnostics } = checkDefinition(definition);
  const shown = most === 0 ? diagnostics.slice(0, 100) : diagnostics.slice(0, most);
  return {
    result: diagnostics.length === 0 ? 'OK' : 'FAIL',
    diagnostics: shown.map(({ severity, code, message, location }) =>
      defined({ severity, code, message, location }),
    ),
    truncated: shown.length < diagnostics.length,
  };
};
