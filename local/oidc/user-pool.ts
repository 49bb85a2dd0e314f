import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';

/** An app client of the pool; lifetimes in seconds. */
export interface PoolClient {
  readonly id: string;
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly scopes: readonly string[];
  readonly idTokenSeconds: number;
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
}

/** The template's user pool. */
export interface UserPool {
  readonly id: string;
  /** `iss` of its tokens: the same as after the deployment. */
  readonly issuer: string;
  readonly clients: readonly PoolClient[];
  readonly groups: ReadonlySet<string>;
}

const unit = z.enum(['seconds', 'minutes', 'hours', 'days']).optional();
const clientSchema = z.looseObject({
  UserPoolId: z.string(),
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  AllowedOAuthScopes: z.array(z.string()).default([]),
  GenerateSecret: z.literal(false, 'the laptop signs in public clients (code and PKCE) only').default(false),
  IdTokenValidity: z.number().optional(),
  AccessTokenValidity: z.number().optional(),
  RefreshTokenValidity: z.number().optional(),
  TokenValidityUnits: z.looseObject({ IdToken: unit, AccessToken: unit, RefreshToken: unit }).default({}),
});
/** With addresses for names Cognito makes up the user name, which is what a colleague is known by. */
const poolSchema = z.looseObject({
  UsernameAttributes: z
    .undefined('accounts need names of their own: with UsernameAttributes Cognito makes them up')
    .optional(),
});
const groupSchema = z.looseObject({ UserPoolId: z.string(), GroupName: z.string() });

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const HOUR = SECONDS.hours;

/** Cognito's defaults: an hour for tokens, thirty days for the refresh token, whose unit is days. */
function lifetimes(properties: z.output<typeof clientSchema>) {
  const {
    IdTokenValidity,
    AccessTokenValidity,
    RefreshTokenValidity,
    TokenValidityUnits: units,
  } = properties;
  return {
    idTokenSeconds:
      IdTokenValidity === undefined ? HOUR : IdTokenValidity * SECONDS[units.IdToken ?? 'hours'],
    accessTokenSeconds:
      AccessTokenValidity === undefined ? HOUR : AccessTokenValidity * SECONDS[units.AccessToken ?? 'hours'],
    refreshTokenSeconds:
      (RefreshTokenValidity ?? 30) *
      SECONDS[RefreshTokenValidity === undefined ? 'days' : (units.RefreshToken ?? 'days')],
  };
}

/** Reads the pool, its clients and groups. Throws an `Error` unless the template has exactly one pool. */
export function readUserPool(resources: readonly Resource[], region: string): UserPool {
  const pools = resourcesOf(resources, 'AWS::Cognito::UserPool', poolSchema);
  const [pool] = pools;
  if (pool === undefined || pools.length > 1) {
    throw new Error(`The laptop signs staff in to exactly one user pool; the template has ${pools.length}`);
  }
  const clients = resourcesOf(resources, 'AWS::Cognito::UserPoolClient', clientSchema);
  const groups = resourcesOf(resources, 'AWS::Cognito::UserPoolGroup', groupSchema);
  return {
    id: pool.physicalId,
    issuer: `https://cognito-idp.${region}.amazonaws.com/${pool.physicalId}`,
    clients: clients.map(({ physicalId, properties }) => ({
      id: physicalId,
      callbackUrls: properties.CallbackURLs,
      logoutUrls: properties.LogoutURLs,
      scopes: properties.AllowedOAuthScopes,
      ...lifetimes(properties),
    })),
    groups: new Set(groups.map(({ properties }) => properties.GroupName)),
  };
}
