import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { allowOrigin, preflight } from './cors.ts';
import { replyToError } from './failure.ts';
import { logger } from './logger.ts';
import { once } from './once.ts';
import { Refusal } from './refusal.ts';
import { mediaTypeOf } from './request.ts';
import type { Route } from './route.ts';
import { traced } from './tracing.ts';
import { endedByLambda } from './time-out.ts';

interface Api<Services> {
  readonly routes: readonly Route<Services>[];
  /** Makes what the routes work with: once, at the first request. */
  readonly services: () => Services;
  /** Origins whose pages may call from a browser; without it only the API's own origin may. */
  readonly origins?: () => readonly string[];
}

/**
 * A Lambda handler for API Gateway's REST proxy integration, made from a table of routes. Errors become
 * replies inside the stack, so that no error's text reaches a trace.
 */
export function httpHandler<Services>({ routes, services, origins = () => [] }: Api<Services>) {
  const router = httpRouter({ routes: table(routes, once(services)), notFoundResponse: noRoute });
  const answer = async (event: APIGatewayProxyEvent, context: Context): Promise<APIGatewayProxyResult> => {
    const { requestId } = event.requestContext;
    logger.setCorrelationId(requestId);
    try {
      return await router(event, context);
    } catch (error) {
      return await replyToError(error, requestId);
    }
  };
  return traced(
    middy<APIGatewayProxyEvent, APIGatewayProxyResult>(endedByLambda)
      .use(injectLambdaContext(logger, { resetKeys: true }))
      .handler(async (event, context) => allowOrigin(event, await answer(event, context), origins())),
  );
}

function table<Services>(routes: readonly Route<Services>[], services: () => Services) {
  return [...Map.groupBy(routes, ({ contract }) => contract.path)].flatMap(([path, ofPath]) => {
    const methods = Map.groupBy(ofPath, ({ contract }) => contract.method);
    return [
      ...[...methods].map(([method, choices]) => ({
        method,
        path,
        handler: async (event: APIGatewayProxyEvent) => choose(choices, event).answer(services(), event),
      })),
      { method: 'OPTIONS' as const, path, handler: () => Promise.resolve(preflight([...methods.keys()])) },
    ];
  });
}

/** Endpoints that share a method and a path differ in the media type they take. */
function choose<Services>(choices: readonly Route<Services>[], event: APIGatewayProxyEvent): Route<Services> {
  const sent = mediaTypeOf(event);
  const taken = choices.map(({ contract }) => contract.consumes ?? 'application/json');
  const chosen = sent === undefined ? choices[0] : choices[taken.findIndex((type) => type === sent)];
  if (chosen !== undefined) return chosen;
  throw new Refusal(415, {
    detail: `the body must be ${taken.join(' or ')}, not ${sent || 'without a type'}`,
  });
}

function noRoute({ method, path }: { method: string; path: string }): never {
  throw new Refusal(404, { detail: `there is no ${method} ${path}` });
}
