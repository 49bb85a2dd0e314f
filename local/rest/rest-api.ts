import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Resource } from '../resource.ts';
import type { Clock } from '../service.ts';
import { type ApiMethod, readApi } from './api.ts';
import type { LocalReply, LocalRequest } from './exchange.ts';
import { createGatewayResponder, GatewayError } from './gateway-response.ts';
import { lambdaReply } from './lambda-reply.ts';
import { createMockIntegration, type MockIntegration } from './mock-integration.ts';
import { type Admitted, proxyEvent } from './proxy-event.ts';
import { createStageThrottle } from './stage-throttle.ts';
import { authorize, type TokenVerifier } from './token-authorizer.ts';
import { type ApiKey, createUsagePlans } from './usage-plans.ts';

export interface RestApiOptions {
  readonly resources: readonly Resource[];
  readonly accountId: string;
  /** Headers CloudFront puts on every reply, over the API's own. */
  readonly edgeHeaders?: Readonly<Record<string, string>>;
  readonly database: DatabaseSync;
  /** The cloud's clock: the time every function is told. */
  readonly clock: Clock;
  /** The machine's clock, for throttling. */
  readonly wall: Clock;
  readonly verifier: TokenVerifier;
  /**
   * Calls a function by ARN and gives its payload; an error of the function is a payload too. `sourceArn` is the
   * method on whose behalf API Gateway calls: the function's resource policy must name it.
   */
  readonly invoke: (functionArn: string, event: unknown, sourceArn: string) => Promise<unknown>;
  /** Told what the client is not: why an integration failed. */
  readonly report: (fault: string) => void;
}

export interface RestApi {
  readonly keys: readonly ApiKey[];
  handle(request: LocalRequest): Promise<LocalReply>;
}

/** A REST API takes at most 10 MB. Source: API Gateway quotas. */
const MAX_BODY_BYTES = 10_485_760;

const LAMBDA_REGION = /^arn:aws:apigateway:([^:]+):/;
const LAMBDA_URI = /:lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/;

type Integration = { readonly functionArn: string } | { readonly mock: MockIntegration };

function integrationOf(method: ApiMethod): Integration {
  const { Type, Uri } = method.properties.Integration;
  const functionArn = LAMBDA_URI.exec(Uri ?? '')?.[1];
  if (Type === 'AWS_PROXY' && functionArn !== undefined) {
    return { functionArn };
  }
  if (Type === 'MOCK') {
    return { mock: createMockIntegration(method) };
  }
  throw new Error(
    `${method.logicalId}: an integration of type ${Type} with ${Uri} is not supported on the laptop`,
  );
}

function checkParameters(method: ApiMethod, request: LocalRequest): void {
  const missing = Object.entries(method.properties.RequestParameters).flatMap(([source, isRequired]) => {
    const [, place, name] = /^method\.request\.(querystring|header|path)\.(.+)$/.exec(source) ?? [];
    const present =
      place === 'querystring'
        ? request.query.has(name ?? '')
        : place !== 'header' || (name ?? '').toLowerCase() in request.headers;
    return isRequired && !present ? [name] : [];
  });
  if (missing.length > 0) {
    throw new GatewayError('BAD_REQUEST_PARAMETERS', {
      message: `Missing required request parameters: [${missing.join(', ')}]`,
    });
  }
}

function checkRequest(method: ApiMethod, request: LocalRequest): void {
  if (method.validateParameters) {
    checkParameters(method, request);
  }
  const fault = method.validateBody?.(request.headers['content-type'] ?? '', request.body);
  if (fault !== undefined) {
    throw new GatewayError('BAD_REQUEST_BODY', { validationError: fault });
  }
}

const header = (request: LocalRequest, name: string): string | undefined => {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value[0] : value;
};

/** ARN of the method API Gateway calls a function for. The API is where its integration is. */
function sourceArn(request: LocalRequest, { api, method, accountId }: Admitted): string {
  const region = LAMBDA_REGION.exec(method.properties.Integration.Uri ?? '')?.[1];
  return `arn:aws:execute-api:${region}:${accountId}:${api.id}/${api.stage}/${request.method}${method.resourcePath}`;
}

/** API Gateway's REST API (v1) as the template describes it, in front of the functions on the laptop. */
export function createRestApi(options: RestApiOptions): RestApi {
  const { resources, accountId, edgeHeaders = {}, clock, wall, verifier, invoke, report } = options;
  const api = readApi(resources);
  const respond = createGatewayResponder(resources);
  const plans = createUsagePlans({ ...options, api });
  const throttle = createStageThrottle(api.methodSettings);
  const integrations = new Map<ApiMethod, Integration>();
  for (const method of api.methods) {
    integrations.set(method, integrationOf(method));
  }

  const callFunction = async (
    functionArn: string,
    request: LocalRequest,
    admitted: Admitted,
  ): Promise<LocalReply> => {
    const timeout = AbortSignal.timeout(admitted.method.properties.Integration.TimeoutInMillis);
    const timedOut = new Promise<never>((_, reject) => {
      timeout.addEventListener('abort', () => reject(new GatewayError('INTEGRATION_TIMEOUT')), {
        once: true,
      });
    });
    const called = invoke(functionArn, proxyEvent(request, admitted), sourceArn(request, admitted)).catch(
      (error: unknown) => {
        report(`${functionArn} could not be called: ${String(error)}`);
        throw new GatewayError('INTEGRATION_FAILURE');
      },
    );
    return lambdaReply(await Promise.race([called, timedOut]), {
      accept: request.headers.accept ?? '',
      binaryMediaTypes: api.binaryMediaTypes,
      report: (fault) => report(`${functionArn}: ${fault}`),
    });
  };

  const answer = async (
    request: LocalRequest,
    requestId: string,
    context: Record<string, string>,
  ): Promise<LocalReply> => {
    const route = api.routes.match(request.path);
    const method = route?.resource.methods.get(request.method) ?? route?.resource.methods.get('ANY');
    const integration = method && integrations.get(method);
    if (route === undefined || method === undefined || integration === undefined) {
      throw new GatewayError('MISSING_AUTHENTICATION_TOKEN');
    }
    context['resourcePath'] = method.resourcePath;
    if (request.body.length > MAX_BODY_BYTES) {
      throw new GatewayError('REQUEST_TOO_LARGE');
    }
    const claims = await authorize(method, header(request, method.tokenHeader), verifier);
    const apiKey = method.properties.ApiKeyRequired ? plans.admit(header(request, 'x-api-key')) : undefined;
    throttle(method, request.method, wall.now());
    checkRequest(method, request);
    if ('mock' in integration) {
      return integration.mock(header(request, 'origin'));
    }
    const admitted = {
      api,
      method,
      pathParameters: route.parameters,
      claims,
      apiKey,
      accountId,
      requestId,
      now: clock.now(),
    };
    return callFunction(integration.functionArn, request, admitted);
  };

  return {
    keys: plans.keys,
    async handle(request) {
      const requestId = randomUUID();
      const context: Record<string, string> = {
        requestId,
        extendedRequestId: requestId,
        apiId: api.id,
        stage: api.stage,
        httpMethod: request.method,
        path: `/${api.stage}${request.path}`,
        requestTimeEpoch: String(clock.now()),
        'identity.sourceIp': request.sourceIp,
      };
      let reply: LocalReply;
      try {
        reply = await answer(request, requestId, context);
      } catch (error) {
        if (!(error instanceof GatewayError)) {
          throw error;
        }
        reply = respond(error, context, (name) => header(request, name));
      }
      // Pages count down to deadlines by the service's clock, which here is the cloud's.
      const date = new Date(clock.now()).toUTCString();
      return { ...reply, headers: { date, 'x-amzn-requestid': requestId, ...reply.headers, ...edgeHeaders } };
    },
  };
}
