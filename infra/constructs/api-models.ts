import { CfnModel, Model, type IModel } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import * as z from 'zod';
import { submission } from '../../domain/api/intake/submission.ts';

/** Keywords about shapes. A refusal for a length would quote the text, in a log of API Gateway's too. */
const shapes = new Set(['type', 'properties', 'items']);

/** A JSON schema reduced to types, at every depth. */
function typesOf(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => shapes.has(keyword))
      .map(([keyword, value]) => {
        if (keyword === 'properties' && isSchema(value))
          return [
            keyword,
            Object.fromEntries(
              Object.entries(value).map(([name, of]) => [name, isSchema(of) ? typesOf(of) : of]),
            ),
          ];
        return [keyword, keyword === 'items' && isSchema(value) ? typesOf(value) : value];
      }),
  );
}

/**
 * The model of an application sent as JSON: the types of its fields, so that what is no application at all never
 * reaches the handler. What is missing, too long, misspelt or unknown is left to the handler, which names the place of
 * every mistake where API Gateway has one sentence. A form is of another media type, which the model does not touch.
 */
export function applicationModel(scope: Construct, restApiId: string): IModel {
  const schema = z.toJSONSchema(submission, { target: 'draft-4', io: 'input' });
  const model = new CfnModel(scope, 'ApplicationModel', {
    restApiId,
    name: 'Application',
    contentType: 'application/json',
    schema: { $schema: 'http://json-schema.org/draft-04/schema#', title: 'Application', ...typesOf(schema) },
  });
  return Model.fromModelName(scope, 'ApplicationModelName', model.ref);
}

function isSchema(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
