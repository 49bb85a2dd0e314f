import { type Json, type JsonObject, isJsonObject } from '../../simulator/asl/json.ts';
import { ServiceError } from './errors.ts';

interface TextRules {
  readonly min?: number;
  readonly max?: number;
  /** Source of a regular expression, as the service quotes it. */
  readonly pattern?: string;
  readonly oneOf?: readonly string[];
}

/** Reads the fields of a request and refuses wrong ones in the words of the service's validation. */
export class Fields {
  readonly values: JsonObject;
  readonly #violations: string[] = [];

  constructor(values: JsonObject) {
    this.values = values;
  }

  optional(name: string, rules: TextRules = {}): string | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string')
      throw new ServiceError('SerializationException', `${name} is not a string`);
    this.#check(name, value, rules);
    return value;
  }

  required(name: string, rules: TextRules = {}): string {
    const value = this.optional(name, rules);
    if (value === undefined) this.#violations.push(violation('null', name, 'Member must not be null'));
    return value ?? '';
  }

  #check(name: string, value: string, { min = 0, max, pattern, oneOf }: TextRules): void {
    const quoted = `'${value}'`;
    if (value.length < min) {
      this.#violations.push(
        violation(quoted, name, `Member must have length greater than or equal to ${min}`),
      );
    }
    if (max !== undefined && value.length > max) {
      this.#violations.push(violation(quoted, name, `Member must have length less than or equal to ${max}`));
    }
    if (pattern !== undefined && !new RegExp(pattern).test(value)) {
      this.#violations.push(
        violation(quoted, name, `Member must satisfy regular expression pattern: ${pattern}`),
      );
    }
    if (oneOf && !oneOf.includes(value)) {
      this.#violations.push(
        violation(quoted, name, `Member must satisfy enum value set: [${oneOf.join(', ')}]`),
      );
    }
  }

  integer(name: string, min: number, max: number): number | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw new ServiceError('SerializationException', `${name} is not an integer`);
    if (value > max) {
      this.#violations.push(
        violation(`'${value}'`, name, `Member must have value less than or equal to ${max}`),
      );
    }
    if (value < min) {
      this.#violations.push(
        violation(`'${value}'`, name, `Member must have value greater than or equal to ${min}`),
      );
    }
    return value;
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  objects(name: string): JsonObject[] | undefined {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter((item: Json) => isJsonObject(item)) : undefined;
  }

  /** Notes a violation that a rule of its own found. */
  violate(value: string, name: string, constraint: string): void {
    this.#violations.push(violation(value, name, constraint));
  }

  /** Throws ValidationException if any field was wrong. */
  done(): void {
    const count = this.#violations.length;
    if (count === 0) return;
    const head = `${count} validation error${count === 1 ? '' : 's'} detected: `;
    throw new ServiceError('ValidationException', head + this.#violations.join('; '));
  }
}

function violation(value: string, name: string, constraint: string): string {
  return `Value ${value} at '${name}' failed to satisfy constraint: ${constraint}`;
}
