/** Keywords of JSON Schema draft-04, the dialect of API Gateway models. Source: json-schema.org/draft-04/schema. */
const KEYWORDS = new Set([
  'id', '$schema', '$ref', 'title', 'description', 'default', 'format', 'type', 'enum', 'definitions',
  'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength', 'pattern',
  'items', 'additionalItems', 'maxItems', 'minItems', 'uniqueItems',
  'properties', 'patternProperties', 'additionalProperties', 'required', 'maxProperties', 'minProperties',
  'dependencies', 'allOf', 'anyOf', 'oneOf', 'not',
]); // prettier-ignore

/** Keywords whose members are schemas by name, not keywords. */
const NAMED_SCHEMAS = new Set(['properties', 'patternProperties', 'definitions', 'dependencies']);
/** Keywords whose value is data or plain text. */
const DATA = new Set(['enum', 'default', 'required']);

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mapValues(values: Schema, change: (value: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

function convert(value: unknown, place: string): unknown {
  if (Array.isArray(value)) {
    return value.map((member, index) => convert(member, `${place}/${index}`));
  }
  if (!isSchema(value)) {
    return value;
  }
  const unknown = Object.keys(value).filter((keyword) => !KEYWORDS.has(keyword));
  if (unknown.length > 0) {
    // API Gateway refuses such a model when it is deployed, in the same words.
    throw new Error(
      `${place}: Invalid model schema specified. Unsupported keyword(s): ${JSON.stringify(unknown)}`,
    );
  }
  for (const bound of ['exclusiveMinimum', 'exclusiveMaximum']) {
    if (bound in value && typeof value[bound] !== 'boolean') {
      throw new Error(`${place}: Invalid model schema specified. ${bound} is a boolean in draft-04`);
    }
  }
  const { $schema: _, id: __, exclusiveMinimum, exclusiveMaximum, ...rest } = value;
  const { minimum, maximum, ...bare } = rest;
  const converted = Object.entries(bare).map(([keyword, member]): [string, unknown] => {
    if (DATA.has(keyword)) {
      return [keyword, member];
    }
    const at = `${place}/${keyword}`;
    return NAMED_SCHEMAS.has(keyword) && isSchema(member)
      ? [keyword, mapValues(member, (schema) => convert(schema, at))]
      : [keyword, convert(member, at)];
  });
  return {
    ...Object.fromEntries(converted),
    ...(minimum !== undefined && { [exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: minimum }),
    ...(maximum !== undefined && { [exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum']: maximum }),
  };
}

/**
 * Turns a draft-04 schema into the draft-07 that Ajv 8 reads: bounds with a boolean `exclusive…` become numeric,
 * `id` and `$schema` go. Throws an `Error` in API Gateway's words for a keyword draft-04 does not have.
 */
export function draft07Of(schema: unknown, place: string): object {
  const converted = convert(schema, place);
  if (!isSchema(converted)) {
    throw new Error(`${place}: a model's schema must be an object`);
  }
  return converted;
}
