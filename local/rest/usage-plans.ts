import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';
import type { Clock } from '../service.ts';
import type { Api } from './api.ts';
import { GatewayError } from './gateway-response.ts';
import * as schemas from './template-schemas.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

interface Plan {
  readonly id: string;
  readonly quota: schemas.UsagePlanProperties['Quota'];
  readonly bucket: TokenBucket | undefined;
}

export interface UsagePlans {
  /** Every enabled key with its value, for whoever runs the laptop. */
  readonly keys: readonly ApiKey[];
  /** The key of a value, counted against its plan. Throws `GatewayError`: INVALID_API_KEY, THROTTLED, QUOTA_EXCEEDED. */
  admit(value: string | undefined): ApiKey;
}

const DAY_MS = 86_400_000;
const usedRow = z.object({ used: z.number() });

/** Name of the quota period an instant falls in, UTC; weeks begin on Sunday. */
function periodOf(period: 'DAY' | 'WEEK' | 'MONTH', now: number): string {
  const at = new Date(now);
  const start = period === 'WEEK' ? new Date(now - at.getUTCDay() * DAY_MS) : at;
  return `${period} ${start.toISOString().slice(0, period === 'MONTH' ? 7 : 10)}`;
}

/** A key without a value gets one from AWS; here it is the same on every laptop, so that examples can show it. */
const generatedValue = (logicalId: string): string =>
  createHash('sha256')
    .update(`api-key ${logicalId}`)
    .digest('base64url')
    .replaceAll(/[-_]/g, '0')
    .slice(0, 40);

export interface UsagePlansOptions {
  readonly resources: readonly Resource[];
  readonly api: Api;
  readonly database: DatabaseSync;
  /** Quotas follow the cloud's clock; throttling guards the machine and follows the wall clock. */
  readonly clock: Clock;
  readonly wall: Clock;
}

/** Reads API keys and usage plans; what a key used of its quota is kept with the data. */
export function createUsagePlans({ resources, api, database, clock, wall }: UsagePlansOptions): UsagePlans {
  database.exec(
    'CREATE TABLE IF NOT EXISTS rest_quota (plan TEXT, key TEXT, period TEXT, used INTEGER NOT NULL, PRIMARY KEY (plan, key, period))',
  );
  const count = database.prepare(
    'INSERT INTO rest_quota VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET used = used + 1 RETURNING used',
  );
  const keys = new Map<string, ApiKey>();
  for (const { logicalId, physicalId, properties } of resourcesOf(
    resources,
    'AWS::ApiGateway::ApiKey',
    schemas.apiKey,
  )) {
    const value = properties.Value ?? generatedValue(logicalId);
    if (properties.Enabled) {
      keys.set(value, { id: physicalId, name: properties.Name ?? logicalId, value });
    }
  }
  const links = resourcesOf(resources, 'AWS::ApiGateway::UsagePlanKey', schemas.usagePlanKey);
  const plans = new Map<string, Plan>();
  for (const { physicalId, properties } of resourcesOf(
    resources,
    'AWS::ApiGateway::UsagePlan',
    schemas.usagePlan,
  )) {
    const covers = properties.ApiStages.some(({ ApiId, Stage }) => ApiId === api.id && Stage === api.stage);
    for (const link of covers ? links.filter((one) => one.properties.UsagePlanId === physicalId) : []) {
      const limits = properties.Throttle;
      const bucket = limits && createTokenBucket({ rate: limits.RateLimit, burst: limits.BurstLimit });
      plans.set(link.properties.KeyId, { id: physicalId, quota: properties.Quota, bucket });
    }
  }
  return {
    keys: [...keys.values()],
    admit(value) {
      const key = keys.get(value ?? '');
      const plan = key && plans.get(key.id);
      if (key === undefined || plan === undefined) {
        throw new GatewayError('INVALID_API_KEY');
      }
      if (plan.bucket?.take(wall.now()) === false) {
        throw new GatewayError('THROTTLED');
      }
      const { quota } = plan;
      if (quota !== undefined) {
        const { used } = usedRow.parse(count.get(plan.id, key.id, periodOf(quota.Period, clock.now())));
        if (used > quota.Limit) {
          throw new GatewayError('QUOTA_EXCEEDED');
        }
      }
      return key;
    },
  };
}
