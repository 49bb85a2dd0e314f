import type { Diagnostic } from '../../asl/definition/diagnostic.ts';
import { checkDefinition } from '../../asl/definition/parse.ts';
import type { Json } from '../../asl/json.ts';
import { isJsonObject } from '../../asl/json.ts';
import type { Path, Problem } from '../finding.ts';
import type { RuleName } from '../rule-names.ts';

/** What the engine, which speaks for the service, refuses when a machine is created. */
export function engineProblems(value: Json): Problem[] {
  const { diagnostics } = checkDefinition(JSON.stringify(value));
  // The graph has rules of its own, which look at it even while a field is wrong, and so has $states.
  const others = diagnostics.filter(
    ({ code, message }) => code !== 'MISSING_TRANSITION_TARGET' && !message.startsWith("Field '$states."),
  );
  return others.map((diagnostic) => {
    const holder = pathOf(value, diagnostic.location ?? '');
    // The service names what holds a field that it does not know; whoever mends it looks for the field.
    const [, unknown] = /^Field '(.+)' is not supported$/.exec(diagnostic.message) ?? [];
    const path = unknown === undefined ? holder : [...holder, unknown];
    return { ...classified(diagnostic), path, message: diagnostic.message };
  });
}

/** The rule a diagnostic belongs to, and what to do about it. */
function classified({ code, message }: Diagnostic): { rule: RuleName; mend: string } {
  switch (code) {
    case 'INVALID_JSONATA_EXPRESSION':
      return { rule: 'expression', mend: 'Write JSONata between {% and %}: https://docs.jsonata.org' };
    case 'UNSUPPORTED_JSONATA_EXPRESSION':
      return {
        rule: 'expression',
        mend: 'Begin with a variable: $name, or $states.input for what the state was given.',
      };
    case 'DUPLICATE_STATE_NAME':
      return { rule: 'definition', mend: 'Give the state a name that no other one in the file has.' };
    case 'MISSING_END_STATE':
      return { rule: 'endless', mend: 'Let a state say "End": true, or add a Succeed state.' };
    case 'INVALID_JSON_DESCRIPTION':
    case 'SCHEMA_VALIDATION_FAILED':
    case 'MISSING_TRANSITION_TARGET':
      return schemaRule(message);
  }
}

function schemaRule(message: string): { rule: RuleName; mend: string } {
  if (message.startsWith("'HeartbeatSeconds'"))
    return { rule: 'heartbeat', mend: 'Make HeartbeatSeconds smaller than TimeoutSeconds.' };
  if (message.includes('States.ALL'))
    return {
      rule: 'catch-all-last',
      mend: 'Give States.ALL an entry of its own and make it the last one: entries after it are never reached.',
    };
  return { rule: 'definition', mend: 'See docs/asl-support.md for the fields each type of state has.' };
}

/** The path behind a location such as `/States/Greet/Catch[0]/Next`; names may hold slashes and brackets. */
function pathOf(value: Json | undefined, location: string): Path {
  if (location === '' || location === '/') return [];
  if (Array.isArray(value)) {
    const index = /^\[(\d+)\]/.exec(location);
    if (!index) return [];
    const [text, digits] = index;
    return [Number(digits), ...pathOf(value[Number(digits)], location.slice(text.length))];
  }
  if (!isJsonObject(value)) return [];
  const rest = location.slice(1);
  const name = Object.keys(value)
    .filter((key) => rest === key || rest.startsWith(`${key}/`) || rest.startsWith(`${key}[`))
    .sort((one, other) => other.length - one.length)[0];
  return name === undefined ? [] : [name, ...pathOf(value[name], rest.slice(name.length))];
}
