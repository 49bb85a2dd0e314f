import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isJsonObject } from '../../simulator/asl/json.ts';
import { readDocument } from '../../simulator/lint/definition/document.ts';
import type { Finding } from '../../simulator/lint/finding.ts';
import { lintDefinition } from '../../simulator/lint/lint.ts';
import { unusedSupplies } from '../../simulator/lint/rules/placeholders.ts';
import { readFile } from './read-file.ts';
import { machineNameOf, readContext, readDefinitions } from './repository.ts';
import { type Run, UsageError } from './subcommand.ts';
import { aslValidatorFindings, languageServiceFindings } from './validators.ts';

/** A finding and the file it is in, relative to the repository. */
interface Reported extends Finding {
  readonly file: string;
}

/** `npm run workflows -- check [--json] [FILE…]`: gives 1 when there is an error, 0 when there are none. */
export const run: Run = async (args, { root, folder, print }) => {
  const { values, positionals } = readArguments(args);
  const files = positionals.map((file) => resolve(folder, file));
  const found = await findingsIn(root, files);
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.length - errors;
  print(
    values.json
      ? `${JSON.stringify({ errors, warnings, findings: found }, undefined, 2)}\n`
      : `${found.map(inWords).join('')}${counted(errors, 'error')}, ${counted(warnings, 'warning')}\n`,
  );
  return errors > 0 ? 1 : 0;
};

function readArguments(args: string[]): { values: { json?: boolean }; positionals: string[] } {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Everything found in the workflows of the repository, with these files in place of those of the same name: what an
 * edit breaks may show in the machine that starts it.
 */
async function findingsIn(root: string, files: readonly string[]): Promise<Reported[]> {
  const definitions = readDefinitions(root);
  const places = new Map([...definitions.keys()].map((name) => [name, `workflows/${name}.asl.json`]));
  for (const file of files) {
    definitions.set(machineNameOf(file), readWorkflow(file));
    places.set(machineNameOf(file), relative(root, file));
  }
  const context = readContext(root, definitions);
  const found: Reported[] = [];
  for (const [name, text] of definitions) {
    const own = lintDefinition(name, text, context);
    if (own.some(({ rule }) => rule === 'json')) {
      // Nothing else that could be said of it, or of what it uses, would be true.
      return own.map((one) => ({ file: places.get(name) ?? name, ...one }));
    }
    const both = [...own, ...(await languageServiceFindings(text, own))];
    const all = [...both, ...aslValidatorFindings(text, both)].sort((one, other) => one.line - other.line);
    found.push(...all.map((one) => ({ file: places.get(name) ?? name, ...one })));
  }
  return [...found, ...unusedSupplies(definitions.values(), context.supplies).map(unusedSupply)];
}

/** @throws UsageError when it holds nothing that could be a workflow; one that is no JSON has its own finding */
function readWorkflow(file: string): string {
  const text = readFile(file);
  const { value } = readDocument(text);
  if (value !== undefined && !isJsonObject(value))
    throw new UsageError(`${file} holds no workflow: that is an object with "StartAt" and "States".`);
  return text;
}

const counted = (number: number, of: string): string => `${number} ${of}${number === 1 ? '' : 's'}`;

function unusedSupply(name: string): Reported {
  return {
    file: 'workflows',
    rule: 'placeholder-unused',
    severity: 'warning',
    line: 1,
    column: 1,
    message: `No workflow uses \${${name}} any more.`,
    mend: 'Use it again, or remove what it stands for.',
  };
}

function inWords({ file, line, column, severity, rule, state, message, mend }: Reported): string {
  const where = state === undefined ? '' : ` in '${state}'`;
  return `${file}:${line}:${column} ${severity} ${rule}${where}\n    ${message}\n    ${mend}\n`;
}
