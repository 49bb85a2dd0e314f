import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { problemMediaType, problemType } from '../../domain/api/problem.ts';

/** What API Gateway refuses by itself, in the words the handlers use too. `Default` is for whatever is not listed. */
const problems: readonly { type: ResponseType; status: number; title: string; explain?: boolean }[] = [
  { type: ResponseType.BAD_REQUEST_BODY, status: 422, title: 'Unprocessable Content', explain: true },
  { type: ResponseType.BAD_REQUEST_PARAMETERS, status: 400, title: 'Bad Request', explain: true },
  { type: ResponseType.UNAUTHORIZED, status: 401, title: 'Unauthorized' },
  { type: ResponseType.EXPIRED_TOKEN, status: 401, title: 'Unauthorized' },
  { type: ResponseType.ACCESS_DENIED, status: 403, title: 'Forbidden' },
  { type: ResponseType.INVALID_API_KEY, status: 403, title: 'Forbidden' },
  { type: ResponseType.WAF_FILTERED, status: 403, title: 'Forbidden' },
  // What API Gateway calls a missing token is a path or method that does not exist.
  { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, status: 404, title: 'Not Found' },
  { type: ResponseType.RESOURCE_NOT_FOUND, status: 404, title: 'Not Found' },
  { type: ResponseType.REQUEST_TOO_LARGE, status: 413, title: 'Content Too Large' },
  { type: ResponseType.UNSUPPORTED_MEDIA_TYPE, status: 415, title: 'Unsupported Media Type' },
  { type: ResponseType.THROTTLED, status: 429, title: 'Too Many Requests' },
  { type: ResponseType.QUOTA_EXCEEDED, status: 429, title: 'Too Many Requests' },
  { type: ResponseType.INTEGRATION_TIMEOUT, status: 504, title: 'Gateway Timeout' },
  { type: ResponseType.INTEGRATION_FAILURE, status: 502, title: 'Bad Gateway' },
  { type: ResponseType.DEFAULT_4XX, status: 400, title: 'Bad Request' },
  { type: ResponseType.DEFAULT_5XX, status: 500, title: 'Internal Server Error' },
];

/** Makes API Gateway's own refusals problem details (RFC 9457), readable by a form on a careers site too. */
export function answerProblems(api: RestApi, { openToCareersSites }: { openToCareersSites: boolean }): void {
  for (const { type, status, title, explain } of problems) {
    const fixed = JSON.stringify({ type: problemType.none, title, status });
    // `validationErrorString` tells places and types, not what was sent. These templates know no VTL, so no $util.
    const detail = explain ? ',"detail":"$context.error.validationErrorString"' : '';
    api.addGatewayResponse(`Problem${type.responseType}`, {
      type,
      statusCode: String(status),
      responseHeaders: {
        'Content-Type': `'${problemMediaType}'`,
        // A refusal holds nothing secret, and API Gateway cannot pick an origin from a list.
        ...(openToCareersSites && { 'Access-Control-Allow-Origin': "'*'" }),
      },
      templates: {
        'application/json': `${fixed.slice(0, -1)}${detail},"instance":"$context.requestId"}`,
      },
    });
  }
}
