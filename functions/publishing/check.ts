import * as z from 'zod';
import type { WorkflowFinding } from '../../domain/api/admin/common.ts';
import { locales } from '../../domain/messages/locale.ts';
import { messageNames } from '../../domain/messages/messages.ts';
import { refusedToRun } from '../../domain/workflows/may-call.ts';
import type { WorkflowName } from '../../domain/workflows/names.ts';
import type { JsonSchema } from '../../simulator/lint/values/schema.ts';
import type { Subject } from './subject.ts';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const jsonSchema = z.custom<JsonSchema>(isObject);
const stepOutputs = z.record(
  z.string(),
  z.union([
    z.strictObject({ output: jsonSchema }),
    z.strictObject({ output: jsonSchema, answer: jsonSchema }),
  ]),
);

/**
 * What is wrong with a set of machines: the lint of each, for what an edit breaks may show in the machine that runs
 * it, and what the role of an edited machine would not allow.
 */
export async function findingsIn({
  texts,
  edited,
}: Pick<Subject, 'texts' | 'edited'>): Promise<WorkflowFinding[]> {
  // The lint is a third of the function, and most requests need none.
  const [{ lintDefinition }, { contextOf }, { default: outputs }] = await Promise.all([
    import('../../simulator/lint/lint.ts'),
    import('../../simulator/lint/context.ts'),
    import('../../.build/step-outputs.json', { with: { type: 'json' } }),
  ]);
  const templates = locales.flatMap((locale) => messageNames.map((name) => `${locale}/${name}`));
  const context = contextOf(new Map<string, string>(texts), new Set(templates), stepOutputs.parse(outputs));
  const linted = [...texts].flatMap(([workflow, text]) =>
    lintDefinition(workflow, text, context).map((finding) => ({ workflow, ...finding })),
  );
  return [...linted, ...edited.flatMap((workflow) => notAllowed(workflow, texts.get(workflow) ?? ''))];
}

function notAllowed(workflow: WorkflowName, text: string): WorkflowFinding[] {
  return refusedToRun(workflow, text).map((message) => ({
    workflow,
    rule: 'role',
    severity: 'error',
    line: 1,
    column: 1,
    message,
    mend: 'Name what the machine may call by its placeholder; what it may call comes with a deployment.',
  }));
}
