import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { parseConfig } from '../../infra/config.ts';
import { HearbackStack } from '../../infra/hearback-stack.ts';
import { inRepository } from '../../infra/paths.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(inRepository(path), 'utf8'));
const context = z.looseObject({ context: z.record(z.string(), z.unknown()) }).parse(json('cdk.json')).context;
const sample = z.record(z.string(), z.unknown()).parse(json('hearback.config.json'));

const resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.optional(z.string()),
  UpdateReplacePolicy: z.optional(z.string()),
});

export interface Synthesized {
  readonly template: Template;
  /** Resources of a type, by logical id, their properties parsed by `properties`. */
  all: <T>(
    type: string,
    properties: z.ZodType<T>,
  ) => { id: string; properties: T; deletion: string | undefined }[];
}

/** The stack of the sample company with some settings changed, synthesized without bundles, or with `pages` of a folder. */
export function synthesize(settings: Record<string, unknown> = {}, pages?: string): Synthesized {
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  const config = parseConfig(JSON.stringify({ ...sample, ...settings }), 'test');
  const template = Template.fromStack(
    new HearbackStack(app, 'Hearback', { config, ...(pages && { pages }) }),
  );
  const resources = z
    .object({ Resources: z.record(z.string(), resource) })
    .parse(template.toJSON()).Resources;
  return {
    template,
    all: (type, properties) =>
      Object.entries(resources)
        .filter(([, { Type }]) => Type === type)
        .map(([id, { Properties, DeletionPolicy }]) => ({
          id,
          properties: properties.parse(Properties),
          deletion: DeletionPolicy,
        })),
  };
}

/** A CloudFormation value as text: `arn:<AWS::Partition>:states:…`. */
export function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  const join = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }).safeParse(value);
  if (join.success) return join.data['Fn::Join'][1].map(flat).join(join.data['Fn::Join'][0]);
  const ref = z.strictObject({ Ref: z.string() }).safeParse(value);
  if (ref.success) return `<${ref.data.Ref}>`;
  const attribute = z.strictObject({ 'Fn::GetAtt': z.array(z.string()) }).safeParse(value);
  if (attribute.success) return `<${attribute.data['Fn::GetAtt'].join('.')}>`;
  return JSON.stringify(value);
}

const oneOrMore = z.union([z.unknown().array(), z.unknown().transform((one) => [one])]);

const statement = z.looseObject({
  Effect: z.string(),
  Action: oneOrMore.transform((actions) => actions.map(String)),
  Resource: z.optional(oneOrMore).transform((resources) => (resources ?? []).map(flat)),
  Condition: z.optional(z.unknown()),
});

export const policy = z.looseObject({
  PolicyDocument: z.looseObject({ Statement: z.array(statement) }),
  Roles: z.array(z.unknown().transform(flat)),
});
