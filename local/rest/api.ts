import { type Resource, resourcesOf } from '../resource.ts';
import { type BodyValidator, createBodyValidator } from './body-validator.ts';
import { createRoutes, type Routes } from './routes.ts';
import * as schemas from './template-schemas.ts';

/** One method of the API, every reference followed. */
export interface ApiMethod {
  readonly logicalId: string;
  readonly properties: schemas.MethodProperties;
  readonly resourceId: string;
  readonly resourcePath: string;
  /** Ids of the user pools whose tokens open the method; undefined when it is open to all. */
  readonly poolIds: readonly string[] | undefined;
  /** The request header that carries the token, lower-cased. */
  readonly tokenHeader: string;
  readonly validateBody: BodyValidator | undefined;
  readonly validateParameters: boolean;
}

interface ApiResource {
  /** Methods by HTTP method; `ANY` takes what is not named. */
  readonly methods: ReadonlyMap<string, ApiMethod>;
}

/** The template's REST API. */
export interface Api {
  readonly id: string;
  readonly binaryMediaTypes: readonly string[];
  readonly stage: string;
  readonly stageVariables: Readonly<Record<string, string>> | null;
  readonly methodSettings: readonly schemas.MethodSetting[];
  readonly routes: Routes<ApiResource>;
  readonly methods: readonly ApiMethod[];
}

function only<T>(found: readonly T[], what: string): T {
  const [one] = found;
  if (one === undefined || found.length > 1) {
    throw new Error(`The laptop serves exactly one ${what}; the template has ${found.length}`);
  }
  return one;
}

/** Resource paths by resource id; a parent that is no resource is the API's root. */
function pathsOf(resources: readonly Resource[]): Map<string, string> {
  const parts = new Map(
    resourcesOf(resources, 'AWS::ApiGateway::Resource', schemas.apiResource).map((one) => [
      one.physicalId,
      one.properties,
    ]),
  );
  const pathOf = (id: string): string => {
    const part = parts.get(id);
    return part === undefined ? '' : `${pathOf(part.ParentId)}/${part.PathPart}`;
  };
  return new Map([...parts.keys()].map((id) => [id, pathOf(id)]));
}

const TOKEN_SOURCE = /^method\.request\.header\.([A-Za-z0-9-]+)$/;

function authorization(
  resources: readonly Resource[],
  logicalId: string,
  properties: schemas.MethodProperties,
) {
  const { AuthorizationType: type, AuthorizerId: id } = properties;
  if (type === 'NONE') {
    return { poolIds: undefined, tokenHeader: 'authorization' };
  }
  const found = resourcesOf(resources, 'AWS::ApiGateway::Authorizer', schemas.authorizer).find(
    ({ physicalId }) => physicalId === id,
  );
  const header = TOKEN_SOURCE.exec(found?.properties.IdentitySource ?? '')?.[1];
  if (
    type !== 'COGNITO_USER_POOLS' ||
    found?.properties.Type !== 'COGNITO_USER_POOLS' ||
    header === undefined
  ) {
    throw new Error(`${logicalId}: authorization ${type} by ${id} is not supported on the laptop`);
  }
  const poolIds = found.properties.ProviderARNs.map((arn) => arn.slice(arn.lastIndexOf('/') + 1));
  return { poolIds, tokenHeader: header.toLowerCase() };
}

/**
 * Reads the REST API from the template's resources. Throws an `Error` naming the resource for anything the
 * laptop cannot serve as API Gateway would.
 */
export function readApi(resources: readonly Resource[]): Api {
  const api = only(resourcesOf(resources, 'AWS::ApiGateway::RestApi', schemas.restApi), 'REST API');
  const stage = only(resourcesOf(resources, 'AWS::ApiGateway::Stage', schemas.stage), 'stage').properties;
  const paths = pathsOf(resources);
  const validators = new Map(
    resourcesOf(resources, 'AWS::ApiGateway::RequestValidator', schemas.requestValidator).map((one) => [
      one.physicalId,
      one.properties,
    ]),
  );
  const bodyValidator = createBodyValidator(resources, api.physicalId);

  const byPath = new Map<string, Map<string, ApiMethod>>();
  for (const { logicalId, properties } of resourcesOf(resources, 'AWS::ApiGateway::Method', schemas.method)) {
    const resourcePath = paths.get(properties.ResourceId) ?? '/';
    const validator = validators.get(properties.RequestValidatorId ?? '');
    const methods = byPath.get(resourcePath) ?? new Map<string, ApiMethod>();
    byPath.set(resourcePath, methods);
    methods.set(properties.HttpMethod, {
      logicalId,
      properties,
      resourceId: properties.ResourceId,
      resourcePath,
      ...authorization(resources, logicalId, properties),
      validateBody:
        validator?.ValidateRequestBody === true
          ? bodyValidator(logicalId, properties.RequestModels)
          : undefined,
      validateParameters: validator?.ValidateRequestParameters === true,
    });
  }
  return {
    id: api.physicalId,
    binaryMediaTypes: api.properties.BinaryMediaTypes,
    stage: stage.StageName,
    stageVariables: stage.Variables ?? null,
    methodSettings: stage.MethodSettings,
    methods: [...byPath.values()].flatMap((methods) => [...methods.values()]),
    routes: createRoutes([...byPath].map(([path, methods]) => [path, { methods }] as const)),
  };
}
