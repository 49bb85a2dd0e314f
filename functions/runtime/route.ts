import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';
import type { Endpoint, RequestShape } from '../../domain/api/endpoint.ts';
import { fieldErrors } from './field-errors.ts';
import { Refusal } from './refusal.ts';
import { reply } from './reply.ts';
import { exchangeOf, partsOf } from './request.ts';
import type { Exchange } from './request.ts';

type Parsed<Shape extends RequestShape> = z.output<z.ZodObject<Shape, z.core.$strict>>;

/** One line of a handler's table: an operation of the API and what answers it. */
export interface Route<Services> {
  readonly contract: Endpoint;
  readonly answer: (services: Services, event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>;
}

/**
 * Answers an endpoint with what `run` gives, parsed by the endpoint's schema on the way out: a field that
 * is not declared never leaves, a missing one is our failure and becomes a 500.
 */
export function route<Services, Shape extends RequestShape, Answer extends z.ZodType>(
  contract: Endpoint<Shape, Answer>,
  run: (services: Services, request: Parsed<Shape> & Exchange) => Promise<z.input<Answer>> | z.input<Answer>,
): Route<Services> {
  return rawRoute(contract, async (services: Services, request) => {
    const { status, body, type = 'application/json', cacheSeconds } = contract.reply;
    const answer = body.parse(await run(services, request));
    const text = type === 'application/json' ? JSON.stringify(answer) : String(answer);
    return reply(status, type, text, cacheSeconds);
  });
}

/** Answers an endpoint with a whole HTTP reply: for pages and redirects. Requests are parsed all the same. */
export function rawRoute<Services, Shape extends RequestShape, Answer extends z.ZodType>(
  contract: Endpoint<Shape, Answer>,
  run: (services: Services, request: Parsed<Shape> & Exchange) => Promise<APIGatewayProxyResult>,
): Route<Services> {
  const schema = z.strictObject(contract.request);
  return {
    contract,
    answer: async (services, event) => {
      const parsed = schema.safeParse(partsOf(event, contract));
      if (!parsed.success) {
        throw new Refusal(422, {
          detail: 'the request does not fit; see errors',
          errors: fieldErrors(parsed.error.issues),
        });
      }
      return run(services, { ...parsed.data, ...exchangeOf(event) });
    },
  };
}
