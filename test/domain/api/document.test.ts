import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { apiDocument, endpoints } from '../../../domain/api/document.ts';
import { submission } from '../../../domain/api/intake/submission.ts';

const operation = z.looseObject({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.optional(z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean() }))),
  requestBody: z.optional(
    z.object({
      required: z.boolean(),
      content: z.record(z.string(), z.object({ schema: z.looseObject({}) })),
    }),
  ),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
});
const document = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({
    schemas: z.object({ Problem: z.looseObject({}) }),
    securitySchemes: z.record(z.string(), z.looseObject({})),
  }),
});

const made = document.parse(apiDocument());
const operations = Object.entries(made.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, of]) => ({ path, method, of })),
);

describe('the description of the API', () => {
  it('is current in docs/openapi.json (else: npm run openapi)', () => {
    const kept: unknown = JSON.parse(
      readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
    );
    expect(kept).toEqual(JSON.parse(JSON.stringify(apiDocument())));
  });

  it('holds every endpoint once, under a name of its own', () => {
    const names = operations.map(({ of }) => of.operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length);
    for (const { path, method } of endpoints) expect(made.paths[path]).toHaveProperty(method.toLowerCase());
  });

  it('declares exactly the parameters of each path, all of them required', () => {
    for (const { path, of } of operations) {
      const inPath = (of.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  });

  it('takes nothing in a path, nor as the name of a request, that is too long or too odd for a key of the table', () => {
    const odd = ['', ' ', '\u0000', 'é', 'x'.repeat(3000), '9'.repeat(400)];
    const parts = (shape: z.ZodType | undefined) =>
      shape instanceof z.ZodObject ? Object.entries<z.ZodType>(shape.shape) : [];
    const named = endpoints.flatMap(({ id, request }) =>
      [
        ...parts(request.params),
        ...parts(request.headers).filter(([name]) => name === 'idempotency-key'),
      ].map(([name, schema]) => ({ what: `${id} ${name}`, schema })),
    );
    expect(named.length).toBeGreaterThan(40);
    const taken = named.flatMap(({ what, schema }) =>
      odd.filter((text) => schema.safeParse(text).success).map((text) => `${what}: ${text.slice(0, 10)}`),
    );
    expect(taken).toEqual([]);
  });

  it('tells what a refusal looks like: a page where a person sits in front of it, else a problem', () => {
    const typesOf = (path: string, method: string, status: string) =>
      Object.keys(
        z.object({ content: z.looseObject({}) }).parse(made.paths[path]?.[method]?.responses[status]).content,
      );
    expect(typesOf('/api/unsubscribe', 'get', '401')).toEqual(['text/html']);
    expect(typesOf('/api/unsubscribe', 'post', '401')).toEqual(['text/html']);
    expect(typesOf('/api/applications', 'post', '409').sort()).toEqual([
      'application/problem+json',
      'text/html',
    ]);
    expect(typesOf('/api/applications', 'post', '415')).toEqual(['application/problem+json']);
    expect(typesOf('/api/candidate/application', 'get', '401')).toEqual(['application/problem+json']);
  });

  it('tells who may call, by a scheme that is described', () => {
    const named = operations.flatMap(({ of }) => of.security.flatMap((scheme) => Object.keys(scheme)));
    expect(new Set(named)).toEqual(new Set(Object.keys(made.components.securitySchemes)));
  });

  it('tells both media types of an application, and what becomes of each', () => {
    const apply = made.paths['/api/applications']?.['post'];
    expect(Object.keys(apply?.requestBody?.content ?? {})).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
    ]);
    expect(Object.keys(apply?.responses ?? {})).toEqual([
      '202',
      '303',
      '400',
      '404',
      '409',
      '413',
      '415',
      '422',
      '429',
      '500',
      '503',
    ]);
    expect(apply?.requestBody?.content['application/json']?.schema).toMatchObject({
      additionalProperties: false,
      required: ['jobId', 'candidate'],
      properties: Object.fromEntries(Object.keys(submission.shape).map((name) => [name, expect.anything()])),
    });
  });
});
