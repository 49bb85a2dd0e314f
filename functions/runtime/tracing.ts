import type { Context } from 'aws-lambda';

type Handler<Event, Answer> = (event: Event, context: Context) => Promise<Answer>;

/**
 * Records a handler's invocations with X-Ray. Its SDK is a third of a bundle, so it is only loaded for an invocation
 * that is sampled, which Lambda says before it calls the handler.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html (_X_AMZN_TRACE_ID)
 */
export function traced<Event, Answer>(handler: Handler<Event, Answer>): Handler<Event, Answer> {
  return async (event, context) => {
    if (!/\bSampled=1\b/.test(process.env['_X_AMZN_TRACE_ID'] ?? '')) return handler(event, context);
    const { capture } = await import('./tracer.ts');
    return capture(() => handler(event, context));
  };
}
