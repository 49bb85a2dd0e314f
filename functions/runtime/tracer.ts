import { Tracer } from '@aws-lambda-powertools/tracer';

/** The one tracer of a function. Outside Lambda it is off by itself. */
const tracer = new Tracer();

/** Lambda's own segment: X-Ray's SDK puts it into the asynchronous context that loads the SDK, and into no other. */
const ofLambda = tracer.getSegment();

/**
 * Runs an invocation in a subsegment of its own: whether it was a cold start is noted, and that it failed. An error's
 * text, which may quote what somebody typed, is left out (POWERTOOLS_TRACER_CAPTURE_ERROR).
 */
export async function capture<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  if (!tracer.isTracingEnabled() || ofLambda === undefined) return run();
  return tracer.provider.getNamespace().runAndReturn(async () => {
    tracer.setSegment(ofLambda);
    // Asking for it anew makes it take over the trace of this invocation.
    const subsegment = tracer.getSegment()?.addNewSubsegment(`## ${process.env['_HANDLER']}`);
    if (subsegment === undefined) return run();
    tracer.setSegment(subsegment);
    tracer.annotateColdStart();
    tracer.addServiceNameAnnotation();
    try {
      return await run();
    } catch (error) {
      tracer.setSegment(subsegment);
      if (error instanceof Error) tracer.addErrorAsMetadata(error);
      throw error;
    } finally {
      subsegment.close();
    }
  });
}
