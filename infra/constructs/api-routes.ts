import {
  CognitoUserPoolsAuthorizer,
  LambdaIntegration,
  type IResource,
  type MethodOptions,
  type RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { HearbackFunction } from './hearback-function.ts';

export interface Handlers {
  readonly intake: HearbackFunction;
  readonly candidate: HearbackFunction;
  readonly recruiter: HearbackFunction;
  readonly interviewer: HearbackFunction;
  readonly shop: HearbackFunction;
}

interface Route {
  readonly methods: readonly string[];
  readonly path: string;
  readonly handler: keyof Handlers;
  /** Staff carry a token of the user pool, shops a key; everybody else is known by a signed link, or is a stranger. */
  readonly callers?: 'staff' | 'shops';
}

/** Browsers of careers sites ask before they call: OPTIONS goes to the handler that knows the allowed origins. */
export const routes: readonly Route[] = [
  { methods: ['GET', 'OPTIONS'], path: '/api/jobs', handler: 'intake' },
  { methods: ['GET', 'OPTIONS'], path: '/api/jobs/{jobId}', handler: 'intake' },
  { methods: ['POST', 'OPTIONS'], path: '/api/uploads', handler: 'intake' },
  { methods: ['POST', 'OPTIONS'], path: '/api/applications', handler: 'intake' },
  { methods: ['GET'], path: '/api/openapi.json', handler: 'intake' },
  { methods: ['ANY'], path: '/api/candidate/{proxy+}', handler: 'candidate' },
  { methods: ['GET', 'POST'], path: '/api/unsubscribe', handler: 'candidate' },
  { methods: ['ANY'], path: '/api/staff/{proxy+}', handler: 'recruiter', callers: 'staff' },
  { methods: ['ANY'], path: '/api/interviewer/{proxy+}', handler: 'interviewer' },
  { methods: ['POST'], path: '/api/shop/{proxy+}', handler: 'shop', callers: 'shops' },
];

export interface ApiRoutesProps {
  readonly api: RestApi;
  readonly handlers: Handlers;
  readonly userPool: IUserPool;
}

/** What the API serves, to whom, by which handler; and the usage plan of the shops. */
export class ApiRoutes extends Construct {
  constructor(scope: Construct, id: string, { api, handlers, userPool }: ApiRoutesProps) {
    super(scope, id);
    const authorizer = new CognitoUserPoolsAuthorizer(this, 'StaffOnly', { cognitoUserPools: [userPool] });
    const access: Record<'staff' | 'shops', MethodOptions> = {
      staff: { authorizer },
      shops: { apiKeyRequired: true },
    };
    for (const { methods, path, handler, callers } of routes) {
      const resource = resourceAt(api.root, path);
      // `allowTestInvoke` would double the permissions for a button in a web console.
      const integration = new LambdaIntegration(handlers[handler], { allowTestInvoke: false });
      for (const method of methods) resource.addMethod(method, integration, callers && access[callers]);
    }
    const plan = api.addUsagePlan('Shops', {
      name: `${api.restApiName}-shops`,
      description: 'Shops that verify and redeem codes',
      throttle: { rateLimit: 10, burstLimit: 20 },
      apiStages: [{ api: api.deploymentStage.restApi, stage: api.deploymentStage }],
    });
    plan.addApiKey(api.addApiKey('ShopKey', { apiKeyName: `${api.restApiName}-shop` }));
  }
}

function resourceAt(root: IResource, path: string): IResource {
  return path
    .split('/')
    .slice(1)
    .reduce<IResource>((parent, part) => parent.getResource(part) ?? parent.addResource(part), root);
}
