import { Ajv } from 'ajv';
import { type Resource, resourcesOf } from '../resource.ts';
import { draft07Of } from './draft-04.ts';
import * as schemas from './template-schemas.ts';

/** Gives the faults of a body as one text, or undefined when it may pass. */
export type BodyValidator = (contentType: string, body: Buffer) => string | undefined;

const mediaType = (contentType: string): string => (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();

/**
 * Request validation by the API's models. A content type without a model passes unchecked, as at API Gateway;
 * one that is missing counts as `application/json`.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export function createBodyValidator(resources: readonly Resource[], apiId: string) {
  // Strict mode would refuse what draft-04 allows, e.g. `required` without `properties`; formats are annotations.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const uri = (name: string): string => `https://apigateway.amazonaws.com/restapis/${apiId}/models/${name}`;
  for (const { logicalId, physicalId, properties } of resourcesOf(
    resources,
    'AWS::ApiGateway::Model',
    schemas.model,
  )) {
    ajv.addSchema(draft07Of(properties.Schema, logicalId), uri(properties.Name ?? physicalId));
  }

  return (place: string, models: Readonly<Record<string, string>>): BodyValidator => {
    const byType = new Map(
      Object.entries(models).map(([type, name]) => {
        const validate = ajv.getSchema(uri(name));
        if (validate === undefined) {
          throw new Error(`${place}: there is no model ${name}`);
        }
        return [type.toLowerCase(), validate];
      }),
    );
    return (contentType, body) => {
      const validate = byType.get(mediaType(contentType) || 'application/json') ?? byType.get('$default');
      if (validate === undefined) {
        return undefined;
      }
      let value: unknown;
      try {
        value = JSON.parse(body.toString('utf8'));
      } catch {
        return '[the body is not JSON]';
      }
      if (validate(value)) {
        return undefined;
      }
      return `[${(validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`.trim()).join(', ')}]`;
    };
  };
}
