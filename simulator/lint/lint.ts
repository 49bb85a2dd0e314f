import type { LintContext } from './context.ts';
import { readDocument } from './definition/document.ts';
import type { Finding, Path, Problem } from './finding.ts';
import { engineProblems } from './rules/engine.ts';
import { rules } from './rules.ts';
import { subjectOf } from './subject.ts';

/**
 * What is wrong with the definition of a machine, in the order of its lines. `name` is the machine's; what
 * `context.definitions` says of it is not looked at, so an edit is checked against the others as they are.
 */
export function lintDefinition(name: string, text: string, given: LintContext): Finding[] {
  const context = { ...given, definitions: new Map(given.definitions).set(name, text) };
  const document = readDocument(text);
  const subject = subjectOf(name, document, context);
  const problems = [
    ...document.problems,
    ...(document.value === undefined ? [] : engineProblems(document.value)),
    ...(subject ? rules.flatMap((rule) => rule(subject)) : []),
  ];
  return unique(problems.map((problem) => ({ ...finding(problem), ...document.locate(problem.path) }))).sort(
    (one, other) => one.line - other.line || one.column - other.column,
  );
}

function finding({ rule, severity, path, message, mend }: Problem): Omit<Finding, 'line' | 'column'> {
  const state = stateAt(path);
  return { rule, severity: severity ?? 'error', ...(state !== undefined && { state }), message, mend };
}

/** The innermost state that a path leads into. */
function stateAt(path: Path): string | undefined {
  const at = path.lastIndexOf('States');
  const name = at < 0 ? undefined : path[at + 1];
  return typeof name === 'string' ? name : undefined;
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}
