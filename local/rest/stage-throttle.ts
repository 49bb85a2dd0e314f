import type { ApiMethod } from './api.ts';
import { GatewayError } from './gateway-response.ts';
import type { MethodSetting } from './template-schemas.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** Lets a call of a method pass at an instant (epoch ms of the wall clock) or throws `GatewayError` THROTTLED. */
export type StageThrottle = (method: ApiMethod, httpMethod: string, now: number) => void;

/** `/~1api~1jobs` is how a method setting writes `/api/jobs`. */
const settingPath = (resourcePath: string): string =>
  `/${resourcePath.slice(1) === '' ? '' : `~1${resourcePath.slice(1).replaceAll('/', '~1')}`}`;

/**
 * Throttling by the stage's method settings: the most exact setting counts, `*` settings give each method a
 * bucket of its own. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export function createStageThrottle(settings: readonly MethodSetting[]): StageThrottle {
  const throttled = settings.filter(({ ThrottlingRateLimit }) => ThrottlingRateLimit !== undefined);
  const buckets = new Map<string, TokenBucket>();
  return ({ resourcePath }, httpMethod, now) => {
    const setting =
      throttled.find(
        (one) => one.ResourcePath === settingPath(resourcePath) && one.HttpMethod === httpMethod,
      ) ?? throttled.find((one) => one.ResourcePath === '/*' && one.HttpMethod === '*');
    if (setting === undefined) {
      return;
    }
    const key = `${httpMethod} ${resourcePath}`;
    const rate = setting.ThrottlingRateLimit ?? 0;
    const bucket =
      buckets.get(key) ?? createTokenBucket({ rate, burst: setting.ThrottlingBurstLimit ?? rate });
    buckets.set(key, bucket);
    if (!bucket.take(now)) {
      throw new GatewayError('THROTTLED');
    }
  };
}
