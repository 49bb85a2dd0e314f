import { type Resource, resourcesOf } from '../resource.ts';
import type { LocalReply } from './exchange.ts';
import { gatewayResponse, type GatewayResponseProperties } from './template-schemas.ts';

/**
 * What API Gateway answers by itself: default status, message and error type.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const TYPES = {
  API_CONFIGURATION_ERROR: {
    status: 500,
    message: 'Internal server error',
    error: 'InternalServerErrorException',
  },
  BAD_REQUEST_BODY: { status: 400, message: 'Invalid request body', error: 'BadRequestException' },
  BAD_REQUEST_PARAMETERS: {
    status: 400,
    message: 'Missing required request parameters',
    error: 'BadRequestException',
  },
  // A malformed answer of the function has no type of its own.
  DEFAULT_5XX: { status: 502, message: 'Internal server error', error: 'InternalServerErrorException' },
  INTEGRATION_FAILURE: {
    status: 504,
    message: 'Internal server error',
    error: 'InternalServerErrorException',
  },
  INTEGRATION_TIMEOUT: {
    status: 504,
    message: 'Endpoint request timed out',
    error: 'InternalServerErrorException',
  },
  INVALID_API_KEY: { status: 403, message: 'Forbidden', error: 'ForbiddenException' },
  MISSING_AUTHENTICATION_TOKEN: {
    status: 403,
    message: 'Missing Authentication Token',
    error: 'MissingAuthenticationTokenException',
  },
  QUOTA_EXCEEDED: { status: 429, message: 'Limit Exceeded', error: 'LimitExceededException' },
  REQUEST_TOO_LARGE: {
    status: 413,
    message: 'HTTP content length exceeded 10485760 bytes.',
    error: 'RequestTooLongException',
  },
  THROTTLED: { status: 429, message: 'Too Many Requests', error: 'TooManyRequestsException' },
  UNAUTHORIZED: { status: 401, message: 'Unauthorized', error: 'UnauthorizedException' },
} as const;

export type GatewayErrorType = keyof typeof TYPES;

/** Ends a request with a gateway response instead of an integration's answer. */
export class GatewayError extends Error {
  readonly type: GatewayErrorType;
  readonly validationError: string | undefined;

  constructor(
    type: GatewayErrorType,
    { message, validationError }: { message?: string; validationError?: string } = {},
  ) {
    super(message ?? TYPES[type].message);
    this.name = type;
    this.type = type;
    this.validationError = validationError;
  }
}

/** What a template may say as `$context.name`, besides the error itself. */
type GatewayContext = Readonly<Record<string, string | undefined>>;

/** Renders the gateway response of an error, with the request's headers by name. */
export type GatewayResponder = (
  error: GatewayError,
  context: GatewayContext,
  header: (name: string) => string | undefined,
) => LocalReply;

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

function contextValues(error: GatewayError, context: GatewayContext): GatewayContext {
  return {
    ...context,
    'error.message': error.message,
    'error.messageString': JSON.stringify(error.message),
    'error.responseType': error.type,
    'error.validationErrorString': escaped(error.validationError ?? ''),
  };
}

const VTL = /\$!?\{?(?!context\.)[a-z]+[.(]|#(?:if|set|foreach|else|end)\b/i;
const HEADER_PREFIX = 'gatewayresponse.header.';
const REQUEST_HEADER = /^method\.request\.header\.(.+)$/;

function headersOf(
  parameters: Readonly<Record<string, string>>,
  header: (name: string) => string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [target, source] of Object.entries(parameters)) {
    const requestHeader = REQUEST_HEADER.exec(source)?.[1];
    const value = requestHeader === undefined ? source.replaceAll(/^'|'$/g, '') : header(requestHeader);
    if (value !== undefined) {
      headers[target.slice(HEADER_PREFIX.length).toLowerCase()] = value;
    }
  }
  return headers;
}

/**
 * Refuses what is not understood: a header's value is `'literal'` or `method.request.header.name`, and a template
 * holds `$context.…` only. API Gateway does not run these templates through VTL: `$util.…` or `#if` would stand in
 * the reply as they are.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
function check(logicalId: string, properties: GatewayResponseProperties): void {
  const code = Object.values(properties.ResponseTemplates).flatMap((template) => VTL.exec(template) ?? []);
  if (code.length > 0) {
    throw new Error(`${logicalId}: a gateway response knows no VTL, only $context variables; not ${code[0]}`);
  }
  for (const [target, source] of Object.entries(properties.ResponseParameters)) {
    if (!target.startsWith(HEADER_PREFIX) || !(/^'[^']*'$/.test(source) || REQUEST_HEADER.test(source))) {
      throw new Error(
        `${logicalId}: response parameter ${target} = ${source} is not supported on the laptop`,
      );
    }
  }
}

/** Reads `AWS::ApiGateway::GatewayResponse`; a type without one falls back to `DEFAULT_4XX` or `DEFAULT_5XX`. */
export function createGatewayResponder(resources: readonly Resource[]): GatewayResponder {
  const responses = new Map<string, GatewayResponseProperties>();
  for (const { logicalId, properties } of resourcesOf(
    resources,
    'AWS::ApiGateway::GatewayResponse',
    gatewayResponse,
  )) {
    check(logicalId, properties);
    responses.set(properties.ResponseType, properties);
  }
  return (error, context, header) => {
    const { status, error: errorType } = TYPES[error.type];
    const response = responses.get(error.type) ?? responses.get(status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
    const templates = response?.ResponseTemplates ?? {};
    const contentType =
      'application/json' in templates
        ? 'application/json'
        : (Object.keys(templates)[0] ?? 'application/json');
    const values = contextValues(error, context);
    const template = templates[contentType] ?? '{"message":$context.error.messageString}';
    return {
      status: Number(response?.StatusCode ?? status),
      headers: {
        'content-type': contentType,
        'x-amzn-errortype': errorType,
        ...headersOf(response?.ResponseParameters ?? {}, header),
      },
      body: template.replaceAll(
        /\$context\.([A-Za-z]+(?:\.[A-Za-z]+)*)/g,
        (_, name: string) => values[name] ?? '',
      ),
    };
  };
}
