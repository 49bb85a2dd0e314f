import { Tracer } from '@aws-lambda-powertools/tracer';

/** The one tracer of a function. Outside Lambda it is off by itself. */
export const tracer = new Tracer();
