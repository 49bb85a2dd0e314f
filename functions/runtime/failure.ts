import type { APIGatewayProxyResult } from 'aws-lambda';
import { problemType } from '../../domain/api/problem.ts';
import { logger, traceOf } from './logger.ts';
import { count } from './metrics.ts';
import { refusalOf } from './refusal.ts';
import { problemReply } from './reply.ts';

/** What the caller reads of any error: a refusal says why; anything unforeseen says nothing and is counted. */
export async function replyToError(error: unknown, requestId: string): Promise<APIGatewayProxyResult> {
  const refusal = refusalOf(error);
  if (refusal) return problemReply(refusal.problem(requestId));
  logger.error('request failed', traceOf(error));
  await count('RequestFailed');
  return problemReply({
    type: problemType.none,
    title: 'Something went wrong on our side',
    status: 500,
    instance: requestId,
  });
}
