import type { APIGatewayProxyResult } from 'aws-lambda';
import { problemType } from '../../domain/api/problem.ts';
import { logger, traceOf } from './logger.ts';
import { count } from './metrics.ts';
import { meaningOf } from './passing.ts';
import { refusalOf } from './refusal.ts';
import { problemReply } from './reply.ts';

/**
 * What the caller reads of any error: a refusal says why; anything unforeseen says nothing and is counted, trouble of
 * AWS too, though it passes and the caller is told when to try again.
 */
export async function replyToError(error: unknown, requestId: string): Promise<APIGatewayProxyResult> {
  const refusal = refusalOf(meaningOf(error));
  if (refusal && refusal.status < 500) return problemReply(refusal.problem(requestId));
  logger.error('request failed', traceOf(error));
  await count('RequestFailed');
  if (refusal) return problemReply(refusal.problem(requestId));
  return problemReply({
    type: problemType.none,
    title: 'Something went wrong on our side',
    status: 500,
    instance: requestId,
  });
}
