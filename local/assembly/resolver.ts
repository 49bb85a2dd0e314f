import { type Json, type JsonObject, isObject } from './json.ts';
import { accountId, partition, region } from './identity.ts';
import type { Template } from './template.ts';

/** What a reference to a resource evaluates to; the two return undefined for what the type does not offer. */
export interface References {
  ref(logicalId: string): string | undefined;
  attribute(logicalId: string, name: string): string | undefined;
}

const noValue = Symbol('AWS::NoValue');
type Resolved = Json | typeof noValue;

/**
 * Evaluates CloudFormation intrinsic functions in template values.
 * Supported: Ref, Fn::GetAtt, Sub, Join, Select, Split, If, FindInMap, Equals, And, Or, Not, Condition, Base64 and the
 * pseudo parameters. Any other intrinsic is refused by name and place.
 * Source: AWS CloudFormation user guide, "Intrinsic function reference".
 */
export class Resolver {
  readonly #template: Template;
  readonly #stackName: string;
  readonly #references: References;

  constructor(template: Template, stackName: string, references: References) {
    this.#template = template;
    this.#stackName = stackName;
    this.#references = references;
  }

  /** Gives the value with every intrinsic evaluated; `place` stands in error messages. */
  resolve(value: Json, place: string): Json {
    const result = this.#eval(value, place);
    return result === noValue ? null : result;
  }

  /** Evaluates a named condition of the template. */
  condition(name: string): boolean {
    const declared = this.#template.Conditions[name];
    if (declared === undefined) throw new Error(`template: no condition ${name}`);
    return this.#truth(declared, `condition ${name}`);
  }

  #eval(value: Json, place: string): Resolved {
    if (Array.isArray(value)) {
      const items: Json[] = [];
      for (const item of value) {
        const resolved = this.#eval(item, place);
        if (resolved !== noValue) items.push(resolved);
      }
      return items;
    }
    if (!isObject(value)) return value;
    const [key, ...others] = Object.keys(value);
    const argument = key === undefined ? undefined : value[key];
    if (key !== undefined && argument !== undefined && others.length === 0) {
      if (key === 'Ref') return this.#ref(argument, place);
      if (key === 'Condition' && typeof argument === 'string') return this.condition(argument);
      if (key.startsWith('Fn::')) return this.#intrinsic(key, argument, place);
    }
    const object: JsonObject = {};
    for (const [name, item] of Object.entries(value)) {
      const resolved = this.#eval(item, `${place}.${name}`);
      if (resolved !== noValue) object[name] = resolved;
    }
    return object;
  }

  #ref(argument: Json, place: string): Resolved {
    const name = this.#text(argument, place);
    if (name === 'AWS::NoValue') return noValue;
    const pseudo = this.#pseudo(name);
    if (pseudo !== undefined) return pseudo;
    const parameter = this.#template.Parameters[name];
    if (parameter !== undefined) {
      if (parameter.Default === undefined)
        throw new Error(`${place}: parameter ${name} has no default; give it a value in the app`);
      return parameter.Default;
    }
    const found = this.#references.ref(name);
    if (found === undefined) throw new Error(`${place}: cannot resolve Ref ${name}`);
    return found;
  }

  #pseudo(name: string): string | undefined {
    switch (name) {
      case 'AWS::AccountId':
        return accountId;
      case 'AWS::Region':
        return region;
      case 'AWS::Partition':
        return partition;
      case 'AWS::URLSuffix':
        return 'amazonaws.com';
      case 'AWS::StackName':
        return this.#stackName;
      case 'AWS::StackId':
        return `arn:${partition}:cloudformation:${region}:${accountId}:stack/${this.#stackName}/local`;
      default:
        return undefined;
    }
  }

  #attribute(logicalId: string, name: string, place: string): string {
    const found = this.#references.attribute(logicalId, name);
    if (found === undefined) throw new Error(`${place}: cannot resolve Fn::GetAtt ${logicalId}.${name}`);
    return found;
  }

  #intrinsic(name: string, argument: Json, place: string): Resolved {
    switch (name) {
      case 'Fn::GetAtt': {
        const [id, attribute] =
          typeof argument === 'string' ? argument.split(/\.(.*)/s) : this.#list(argument, place);
        return this.#attribute(this.#text(id, place), this.#text(attribute, place), place);
      }
      case 'Fn::Join': {
        const [separator, parts] = this.#list(argument, place);
        const texts = this.#list(this.#eval(parts ?? null, place), place).map((part) =>
          this.#text(part, place),
        );
        return texts.join(this.#text(separator, place));
      }
      case 'Fn::Sub':
        return this.#sub(argument, place);
      case 'Fn::Select': {
        const [index, list] = this.#list(argument, place);
        const picked = this.#list(this.#eval(list ?? null, place), place)[
          Number(this.#eval(index ?? null, place))
        ];
        if (picked === undefined) throw new Error(`${place}: Fn::Select is out of range`);
        return picked;
      }
      case 'Fn::Split': {
        const [separator, text] = this.#list(argument, place);
        return this.#text(this.#eval(text ?? null, place), place).split(this.#text(separator, place));
      }
      case 'Fn::If': {
        const [name, yes, no] = this.#list(argument, place);
        return this.#eval((this.condition(this.#text(name, place)) ? yes : no) ?? null, place);
      }
      case 'Fn::FindInMap': {
        const [map, first, second] = this.#list(argument, place).map((key) =>
          this.#text(this.#eval(key, place), place),
        );
        const found = this.#template.Mappings[map ?? '']?.[first ?? '']?.[second ?? ''];
        if (found === undefined)
          throw new Error(`${place}: Fn::FindInMap finds no ${map}.${first}.${second}`);
        return found;
      }
      case 'Fn::Base64':
        return Buffer.from(this.#text(this.#eval(argument, place), place)).toString('base64');
      case 'Fn::Equals':
      case 'Fn::And':
      case 'Fn::Or':
      case 'Fn::Not':
        return this.#truth({ [name]: argument }, place);
      default:
        throw new Error(`${place}: the intrinsic function ${name} is not supported on the laptop`);
    }
  }

  #sub(argument: Json, place: string): string {
    const [template, variables] = typeof argument === 'string' ? [argument, {}] : this.#list(argument, place);
    const own = isObject(variables) ? variables : {};
    return this.#text(template, place).replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      const variable = own[name];
      if (variable !== undefined) return this.#text(this.#eval(variable, place), place);
      if (!name.includes('.')) return this.#text(this.#ref(name, place), place);
      const [id, attribute] = name.split(/\.(.*)/s);
      return this.#text(this.#attribute(id ?? whole, attribute ?? '', place), place);
    });
  }

  #truth(value: Json, place: string): boolean {
    if (isObject(value)) {
      const equals = value['Fn::Equals'];
      if (equals !== undefined) {
        const [left, right] = this.#list(equals, place).map((side) =>
          JSON.stringify(this.resolve(side, place)),
        );
        return left === right;
      }
      const [all, any, not] = [value['Fn::And'], value['Fn::Or'], value['Fn::Not']];
      if (all !== undefined) return this.#list(all, place).every((part) => this.#truth(part, place));
      if (any !== undefined) return this.#list(any, place).some((part) => this.#truth(part, place));
      if (not !== undefined) return !this.#truth(this.#list(not, place)[0] ?? null, place);
    }
    const resolved = this.resolve(value, place);
    if (typeof resolved !== 'boolean') throw new Error(`${place}: not a condition: ${JSON.stringify(value)}`);
    return resolved;
  }

  #list(value: Resolved, place: string): Json[] {
    if (!Array.isArray(value)) throw new Error(`${place}: expected a list, got ${JSON.stringify(value)}`);
    return value;
  }

  #text(value: Resolved | undefined, place: string): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw new Error(`${place}: expected text, got ${JSON.stringify(value)}`);
  }
}
