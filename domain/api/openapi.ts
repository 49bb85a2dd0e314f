import * as z from 'zod';
import type { Endpoint } from './endpoint.ts';
import { publishableSettings } from '../settings/publishable.ts';
import { settings } from '../settings/settings.ts';
import { problem, problemMediaType } from './problem.ts';

type Json = Record<string, unknown>;

const securitySchemes = {
  link: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of a signed link: what stands behind its #.',
  },
  staff: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An id token of the user pool.',
  },
  shop: {
    type: 'apiKey',
    in: 'header',
    name: 'x-api-key',
    description: 'A key of the usage plan for shops.',
  },
};

const descriptions: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken',
  303: 'Taken; see the page it leads to',
  400: 'The body cannot be read',
  401: 'No valid link, or not signed in',
  403: 'Signed in, and not allowed to',
  404: 'There is no such thing',
  409: 'Not possible as things stand now',
  412: 'Somebody else published what you edited: `changes` tells what',
  413: 'The body is too large',
  415: 'The body is of a media type that is not taken here',
  422: 'The request does not fit: each field is named in `errors`',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Not available just now: try again in a second',
};

/** The description of an API in OpenAPI 3.1, made from its endpoints. */
export function openApiOf(endpoints: readonly Endpoint[], info: { title: string; version: string }): Json {
  const paths: Record<string, Json> = {};
  for (const [path, ofPath] of Map.groupBy(endpoints, (endpoint) => endpoint.path)) {
    const methods = Map.groupBy(ofPath, ({ method }) => method.toLowerCase());
    paths[path] = Object.fromEntries([...methods].map(([method, same]) => [method, operationOf(same)]));
  }
  return {
    openapi: '3.1.0',
    info: { ...info, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: {
        Problem: schemaOf(problem, 'output'),
        Settings: jsonSchemaOf(settings, 'output', () => undefined),
      },
      securitySchemes,
    },
  };
}

/** Endpoints that share a method and a path are one operation that takes several media types. */
function operationOf(endpoints: readonly Endpoint[]): Json {
  const [first] = endpoints;
  if (!first) throw new Error('an operation has an endpoint');
  const { id, summary, access } = first;
  const parameters = mergedByName(endpoints.flatMap(parametersOf));
  const bodies = endpoints.flatMap(bodyOf);
  return {
    operationId: id,
    summary,
    security: access === 'public' ? [] : [{ [access]: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(bodies.length > 0 && {
      requestBody: {
        required: bodies.every(({ required }) => required),
        content: Object.fromEntries(bodies.map(({ type, schema }) => [type, { schema }])),
      },
    }),
    responses: Object.fromEntries([...endpoints.map(answerOf), ...problemsOf(endpoints)]),
  };
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: unknown;
}

function parametersOf({ request }: Endpoint): Parameter[] {
  const places = [
    ['path', request.params],
    ['query', request.query],
    ['header', request.headers],
  ] as const;
  return places.flatMap(([place, schema]) => {
    if (!schema) return [];
    const { properties = {}, required = [] } = fieldsOf(schema);
    return Object.entries(properties).map(([name, of]) => ({
      name,
      in: place,
      required: required.includes(name),
      schema: of,
    }));
  });
}

const described = z.object({
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
});

const fieldsOf = (schema: z.ZodType) => described.parse(schemaOf(schema, 'input'));

function mergedByName(parameters: readonly Parameter[]): Parameter[] {
  return [...new Map(parameters.map((one) => [`${one.in} ${one.name}`, one])).values()];
}

function bodyOf({ request: { body }, consumes }: Endpoint) {
  if (!body) return [];
  const required = !body.safeParse(undefined).success;
  return [{ type: consumes ?? 'application/json', schema: schemaOf(body, 'input'), required }];
}

function answerOf({ reply: { status, body, type = 'application/json' } }: Endpoint): [string, Json] {
  const description = descriptions[status];
  if (status === 303) {
    return ['303', { description, headers: { Location: { schema: { type: 'string', format: 'uri' } } } }];
  }
  return [String(status), { description, content: { [type]: { schema: schemaOf(body, 'output') } } }];
}

/** How a body can fail to be read, before anybody looks at what is in it. */
const ofBodies = [400, 413, 415];
/** What any operation may answer: its contract is not met, somebody calls too often, or we fail, for good or for now. */
const ofAll = [422, 429, 500, 503];

/** What is not the reply: problems, and pages where a person sits in front of it. */
function problemsOf(endpoints: readonly Endpoint[]): [string, Json][] {
  const refusals = endpoints.flatMap(({ problems = [], pages = [], request: { body } }) => [
    ...pages.map((status) => ({ status, type: pageMediaType })),
    ...[...new Set([...problems, ...(body ? ofBodies : []), ...ofAll])]
      .filter((status) => !pages.includes(status))
      .map((status) => ({ status, type: problemMediaType })),
  ]);
  return [...Map.groupBy(refusals, ({ status }) => status)]
    .sort(([one], [other]) => one - other)
    .map(([status, ways]) => [
      String(status),
      {
        description: descriptions[status],
        content: Object.fromEntries(ways.map(({ type }) => [type, { schema: refusalSchemas[type] }])),
      },
    ]);
}

const pageMediaType = 'text/html';
const refusalSchemas: Readonly<Record<string, Json>> = {
  [problemMediaType]: { $ref: '#/components/schemas/Problem' },
  [pageMediaType]: { type: 'string' },
};

/** Settings fill pages and are named in several operations: they are described once. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  return jsonSchemaOf(schema, io, (part) =>
    part === settings || part === publishableSettings ? { $ref: '#/components/schemas/Settings' } : undefined,
  );
}

function jsonSchemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  inPlaceOf: (part: unknown) => { $ref: string } | undefined,
): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // The format says it all; its pattern would be longer than the rest of the document.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      const reference = inPlaceOf(zodSchema);
      if (!reference) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, reference);
    },
  });
  return rest;
}
