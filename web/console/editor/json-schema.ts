/** As much of JSON Schema, draft 7, as the schemas of this repository use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** From the root of a document to a value in it. */
type Path = readonly (string | number)[];

/** Every schema that the value at a path is held to; `document` decides which conditions apply on the way. */
export function schemasAt(root: JsonSchema, document: unknown, path: Path): JsonSchema[] {
  let schemas = applied(root, root, document);
  let value = document;
  for (const part of path) {
    value = memberOf(value, part);
    schemas = schemas.flatMap((schema) => {
      const next = typeof part === 'number' ? schema.items : memberSchema(schema, part);
      return next === undefined ? [] : applied(root, next, value);
    });
  }
  return schemas;
}

/** The values that a schema names one by one. */
export function valuesOf(schemas: readonly JsonSchema[]): unknown[] {
  return schemas.flatMap((schema) => [
    ...('const' in schema ? [schema.const] : []),
    ...(schema.enum ?? []),
    ...(schema.type === 'boolean' ? [true, false] : []),
  ]);
}

function memberSchema(
  { properties, additionalProperties }: JsonSchema,
  name: string,
): JsonSchema | undefined {
  if (properties !== undefined && Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** A schema with everything it takes in: what it refers to, all it demands, and what its conditions bring. */
function applied(root: JsonSchema, schema: JsonSchema, value: unknown): JsonSchema[] {
  const within = (one: JsonSchema) => applied(root, one, value);
  const name = schema.$ref?.replace('#/definitions/', '');
  const referred = name === undefined ? undefined : root.definitions?.[name];
  const holds = schema.if !== undefined && meets(schema.if, value);
  return [
    schema,
    ...(referred ? within(referred) : []),
    ...(schema.allOf ?? []).flatMap(within),
    ...(schema.anyOf ?? []).flatMap(within),
    ...(holds && schema.then ? within(schema.then) : []),
  ];
}

/** Whether a value is what a condition asks for; what is not written yet is not. */
function meets(condition: JsonSchema, value: unknown): boolean {
  if ('const' in condition && condition.const !== value) return false;
  if (condition.enum !== undefined && !condition.enum.includes(value)) return false;
  return Object.entries(condition.properties ?? {}).every(([name, one]) => {
    const member = memberOf(value, name);
    return member !== undefined && meets(one, member);
  });
}

function memberOf(value: unknown, part: string | number): unknown {
  if (Array.isArray(value)) return typeof part === 'number' ? value[part] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === part)?.[1];
}
