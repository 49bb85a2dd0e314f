import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { Expression } from '../expression.ts';
import { type Template, compileTemplate, isExpression } from '../template.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Reads the fields of one object of a definition and notes what is wrong with them. */
export class Reader {
  readonly fields: JsonObject;
  readonly location: string;
  readonly findings: Diagnostic[];

  constructor(fields: JsonObject, location: string, findings: Diagnostic[]) {
    this.fields = fields;
    this.location = location;
    this.findings = findings;
  }

  /** Notes an error; `field` adds to the location. */
  fail(message: string, field?: string): void {
    const location =
      field === undefined ? this.location : `${this.location === '/' ? '' : this.location}/${field}`;
    this.findings.push({ severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message, location });
  }

  /** A reader for an object inside; undefined, and noted, when it is none. */
  object(field: string): Reader | undefined {
    const value = this.fields[field];
    if (value === undefined) return undefined;
    if (isJsonObject(value)) return new Reader(value, this.path(field), this.findings);
    this.fail('Expected value of type [OBJECT]', field);
    return undefined;
  }

  /** Readers for the objects of an array. */
  objects(field: string): Reader[] {
    const value = this.fields[field];
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.fail('Expected value of type [ARRAY]', field);
      return [];
    }
    return value.flatMap((item: Json, index) => {
      if (isJsonObject(item)) return [new Reader(item, `${this.path(field)}[${index}]`, this.findings)];
      this.fail('Expected value of type [OBJECT]', `${field}[${index}]`);
      return [];
    });
  }

  text(field: string): string | undefined {
    const value = this.fields[field];
    if (value === undefined || typeof value === 'string') return value;
    this.fail('Expected value of type [STRING]', field);
    return undefined;
  }

  /** A number that is at least `least` and at most `most`; integers only unless told otherwise. */
  number(field: string, least: number, most: number, integer = true): number | undefined {
    const value = this.fields[field];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || (integer && !Number.isInteger(value))) {
      this.fail(`Expected value of type [${integer ? 'INTEGER' : 'NUMBER'}]`, field);
    } else if (value < least) this.fail(`Minimum value is ${integer ? least : least.toFixed(1)}`, field);
    else if (value > most) this.fail(`Maximum value is ${integer ? most : most.toFixed(1)}`, field);
    else return value;
    return undefined;
  }

  /** Notes a value that is none of those a field may have. */
  notOneOf(field: string, values: readonly string[]): void {
    this.fail(`Value should be one of the following: [${values.join(', ')}]`, field);
  }

  /** A number or an expression that gives one. */
  numeric(field: string, least: number, most: number, integer = true): Template | undefined {
    const value = this.fields[field];
    if (typeof value === 'string' && isExpression(value)) return this.template(field);
    return this.number(field, least, most, integer) === undefined ? undefined : this.template(field);
  }

  /**
   * Any JSON with expressions in it. `at`: the path the service names in causes, the field itself by default;
   * `more`: what `$states` has there besides the input and the context.
   */
  template(field: string, at = field, more: readonly string[] = []): Template | undefined {
    const value = this.fields[field];
    if (value === undefined) return undefined;
    const note = (code: Diagnostic['code'], path: string, message: string): void => {
      const location = this.path(`${field}${path.slice(at.length)}`);
      this.findings.push({ severity: 'ERROR', code, message, location });
    };
    return compileTemplate(value, at, {
      invalid: (path, why) => note('INVALID_JSONATA_EXPRESSION', path, why),
      parsed: (path, expression) => {
        for (const why of unsupported(expression, more)) note('UNSUPPORTED_JSONATA_EXPRESSION', path, why);
      },
    });
  }

  path(field: string): string {
    return `${this.location === '/' ? '' : this.location}/${field}`;
  }
}

/** What an expression reads that is not there. */
function unsupported({ unqualified, reads }: Expression, more: readonly string[]): string[] {
  const { members, root } = reads;
  const there = ['input', 'context', ...more];
  return [
    ...(root ? ["Reference to '$$' is not supported."] : []),
    ...(unqualified === undefined || unqualified === '$$'
      ? []
      : [`Reference to '${unqualified}' at the top level is not supported.`]),
    ...members
      .filter((name) => !there.includes(name))
      .map((name) => `Field '$states.${name}' does not exist.`),
  ];
}
