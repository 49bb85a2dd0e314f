import { CfnModel, Model, type IModel } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import * as z from 'zod';
import { submission } from '../../domain/api/intake/submission.ts';

/** Keywords that bound what is sent without judging it. */
const bounds = new Set(['type', 'properties', 'items', 'maxLength', 'maxItems']);

/** A JSON schema reduced to types and upper bounds, at every depth. */
function boundsOf(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => bounds.has(keyword))
      .map(([keyword, value]) => {
        if (keyword === 'properties' && isSchema(value))
          return [
            keyword,
            Object.fromEntries(
              Object.entries(value).map(([name, of]) => [name, isSchema(of) ? boundsOf(of) : of]),
            ),
          ];
        return [keyword, keyword === 'items' && isSchema(value) ? boundsOf(value) : value];
      }),
  );
}

/**
 * The model of an application sent as JSON: types and lengths of its fields, so that absurd bodies never reach the
 * handler. What is missing, misspelt or unknown is left to the handler, which names the place of every mistake
 * where API Gateway has one sentence. A form is of another media type, which the model does not touch.
 */
export function applicationModel(scope: Construct, restApiId: string): IModel {
  const schema = z.toJSONSchema(submission, { target: 'draft-4', io: 'input' });
  const model = new CfnModel(scope, 'ApplicationModel', {
    restApiId,
    name: 'Application',
    contentType: 'application/json',
    schema: { $schema: 'http://json-schema.org/draft-04/schema#', title: 'Application', ...boundsOf(schema) },
  });
  return Model.fromModelName(scope, 'ApplicationModelName', model.ref);
}

function isSchema(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
