import { shapes, type Physical } from './attributes.ts';
import { fingerprint } from './identity.ts';
import { ignoredCustomTypes, ignoredTypes } from './ignored.ts';
import { type Json, type JsonObject, isObject } from './json.ts';
import { knownTypes } from './known.ts';
import type { Resource } from '../resource.ts';
import { Resolver } from './resolver.ts';
import type { SynthesizedStack, TemplateResource } from './template.ts';

/** A resource of the stack with its properties evaluated. */
export interface ResolvedResource extends Resource {
  /** Physical name as CloudFormation would give it. */
  readonly name: string;
  readonly properties: JsonObject;
}

const isCustom = (type: string): boolean =>
  type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';

/** The resources of one stack, evaluated on demand; references between them look like the real ones. */
export class ResourceGraph {
  readonly stackName: string;
  readonly assets: ReadonlyMap<string, string>;
  readonly #declared: ReadonlyMap<string, TemplateResource>;
  readonly #resolver: Resolver;
  readonly #resolved = new Map<string, ResolvedResource>();
  readonly #outputs: Readonly<Record<string, { Value: Json }>>;

  /** Refuses, by logical id and type, a resource that nothing on the laptop understands. */
  constructor(stack: SynthesizedStack) {
    this.stackName = stack.name;
    this.assets = stack.assets;
    this.#resolver = new Resolver(stack.template, stack.name, {
      ref: (id) => this.#ref(id),
      attribute: (id, name) => this.#attribute(id, name),
    });
    this.#declared = new Map(
      Object.entries(stack.template.Resources).filter(
        ([, { Condition }]) => Condition === undefined || this.#resolver.condition(Condition),
      ),
    );
    this.#outputs = stack.template.Outputs;
    const unknown = [...this.#declared].filter(
      ([, { Type }]) => !knownTypes.has(Type) && !(Type in ignoredTypes) && !isCustom(Type),
    );
    if (unknown.length > 0) {
      const list = unknown.map(([id, { Type }]) => `${id} (${Type})`).join(', ');
      throw new Error(`the embedded cloud does not know these resources: ${list}`);
    }
  }

  /** Logical ids of all resources of a type, in template order. */
  ids(type: string): string[] {
    return [...this.#declared].filter(([, { Type }]) => Type === type).map(([id]) => id);
  }

  /** Every resource that some part of the embedded cloud reads. */
  known(): ResolvedResource[] {
    return [...knownTypes].flatMap((type) => this.all(type));
  }

  /** All resources of a type, in template order. */
  all(type: string): ResolvedResource[] {
    return this.ids(type).map((id) => this.resource(id));
  }

  /** Custom resources that a function of the assembly serves. */
  custom(): ResolvedResource[] {
    return [...this.#declared]
      .filter(([, { Type }]) => isCustom(Type) && !(Type in ignoredCustomTypes))
      .map(([id]) => this.resource(id));
  }

  /** One resource by logical id, evaluated. */
  resource(logicalId: string): ResolvedResource {
    const done = this.#resolved.get(logicalId);
    if (done !== undefined) return done;
    const declared = this.#declared.get(logicalId);
    if (declared === undefined) throw new Error(`template: no resource ${logicalId}`);
    const properties = this.#resolver.resolve(declared.Properties, logicalId);
    const resolved = {
      logicalId,
      type: declared.Type,
      physicalId: this.ref(logicalId),
      name: this.#physical(logicalId, declared).name,
      properties: isObject(properties) ? properties : {},
    };
    this.#resolved.set(logicalId, resolved);
    return resolved;
  }

  /** The stack's outputs that can be told on a laptop. */
  outputs(): Map<string, Json> {
    const found = new Map<string, Json>();
    for (const [name, { Value }] of Object.entries(this.#outputs))
      found.set(name, this.#resolver.resolve(Value, `output ${name}`));
    return found;
  }

  /** What `Ref` gives for a resource. */
  ref(logicalId: string): string {
    const found = this.#ref(logicalId);
    if (found === undefined) throw new Error(`template: no resource ${logicalId}`);
    return found;
  }

  /** What `Fn::GetAtt` gives for an attribute of a resource. */
  attribute(logicalId: string, name: string): string {
    const found = this.#attribute(logicalId, name);
    if (found === undefined) throw new Error(`template: ${logicalId} has no attribute ${name}`);
    return found;
  }

  #ref(logicalId: string): string | undefined {
    const declared = this.#declared.get(logicalId);
    if (declared === undefined) return undefined;
    const self = this.#physical(logicalId, declared);
    return shapes[declared.Type]?.ref(self) ?? self.name;
  }

  #attribute(logicalId: string, name: string): string | undefined {
    const declared = this.#declared.get(logicalId);
    if (declared === undefined) return undefined;
    const self = this.#physical(logicalId, declared);
    const found = shapes[declared.Type]?.attributes?.[name]?.(self);
    // What does not exist here has no attributes either; something must stand where they are mentioned.
    return found ?? (declared.Type in ignoredTypes ? self.name : undefined);
  }

  #physical(logicalId: string, declared: TemplateResource): Physical {
    const property = (path: string): string | undefined => {
      let value: Json | undefined = declared.Properties;
      for (const key of path.split('.'))
        value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
      if (value === undefined) return undefined;
      const resolved = this.#resolver.resolve(value, `${logicalId}.${path}`);
      return typeof resolved === 'string' ? resolved : undefined;
    };
    const named = shapes[declared.Type]?.named;
    const given = named === undefined ? undefined : property(named);
    // CloudFormation cuts long generated names to the service's limit; 64 is the tightest (Lambda, IAM).
    const suffix = fingerprint(12, this.stackName, logicalId);
    const generated = `${this.stackName.slice(0, 23)}-${logicalId.slice(0, 26)}-${suffix}`;
    return { logicalId, name: given ?? generated, property };
  }
}
