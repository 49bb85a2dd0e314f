import { Validations } from 'aws-cdk-lib';
import {
  CognitoUserPoolsAuthorizer,
  LambdaIntegration,
  RequestValidator,
  type IResource,
  type MethodOptions,
  type RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { applicationModel } from './api-models.ts';
import type { HearbackFunction } from './hearback-function.ts';

export interface Handlers {
  readonly intake: HearbackFunction;
  readonly candidate: HearbackFunction;
  readonly recruiter: HearbackFunction;
  readonly resumes: HearbackFunction;
  readonly interviewer: HearbackFunction;
  readonly shop: HearbackFunction;
  readonly figures: HearbackFunction;
  readonly admin: HearbackFunction;
}

/** Who may call, and why the check for a Cognito authorizer does not apply. Staff carry a token of the user pool. */
const callers = {
  anybody:
    'Anybody may look at jobs and figures, and apply: no account, ever. Throttled, and rate limited by the firewall.',
  'link holders': 'The handler checks the signed link that the caller carries as bearer.',
  shops: 'A shop is a server: it carries an API key of the usage plan.',
  staff: undefined,
} as const;
type Callers = keyof typeof callers;

interface Route {
  readonly methods: readonly string[];
  readonly path: string;
  readonly handler: keyof Handlers;
  readonly callers: Callers;
  /** Whether a JSON body must have the shape of an application. */
  readonly takesApplication?: true;
}

/** Browsers of careers sites ask before they call: OPTIONS goes to the handler that knows the allowed origins. */
const routes: readonly Route[] = [
  { methods: ['GET', 'OPTIONS'], path: '/api/jobs', handler: 'intake', callers: 'anybody' },
  { methods: ['GET', 'OPTIONS'], path: '/api/jobs/{jobId}', handler: 'intake', callers: 'anybody' },
  { methods: ['POST', 'OPTIONS'], path: '/api/uploads', handler: 'intake', callers: 'anybody' },
  {
    methods: ['POST', 'OPTIONS'],
    path: '/api/applications',
    handler: 'intake',
    callers: 'anybody',
    takesApplication: true,
  },
  { methods: ['GET'], path: '/api/openapi.json', handler: 'intake', callers: 'anybody' },
  { methods: ['ANY'], path: '/api/candidate/{proxy+}', handler: 'candidate', callers: 'link holders' },
  { methods: ['GET', 'POST'], path: '/api/unsubscribe', handler: 'candidate', callers: 'link holders' },
  { methods: ['GET'], path: '/api/record', handler: 'figures', callers: 'anybody' },
  { methods: ['GET'], path: '/api/staff/record', handler: 'figures', callers: 'staff' },
  { methods: ['GET'], path: '/api/staff/record.csv', handler: 'figures', callers: 'staff' },
  { methods: ['GET'], path: '/api/staff/offers', handler: 'figures', callers: 'staff' },
  { methods: ['GET'], path: '/api/staff/offers/{campaign}/codes', handler: 'figures', callers: 'staff' },
  { methods: ['ANY'], path: '/api/staff/{proxy+}', handler: 'recruiter', callers: 'staff' },
  { methods: ['GET'], path: '/api/files/{proxy+}', handler: 'resumes', callers: 'staff' },
  { methods: ['ANY'], path: '/api/admin/{proxy+}', handler: 'admin', callers: 'staff' },
  { methods: ['ANY'], path: '/api/interviewer/{proxy+}', handler: 'interviewer', callers: 'link holders' },
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
    const requestValidator = new RequestValidator(this, 'Shape', {
      restApi: api.deploymentStage.restApi,
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    const requestModels = { 'application/json': applicationModel(this, api.restApiId) };
    for (const route of routes) {
      const resource = resourceAt(api.root, route.path);
      // `allowTestInvoke` would double the permissions for a button in a web console.
      const integration = new LambdaIntegration(handlers[route.handler], { allowTestInvoke: false });
      const options: MethodOptions = {
        ...(route.callers === 'staff' && { authorizer }),
        ...(route.callers === 'shops' && { apiKeyRequired: true }),
      };
      for (const name of route.methods) {
        const shape = route.takesApplication && name === 'POST' && { requestValidator, requestModels };
        const method = resource.addMethod(name, integration, { ...options, ...shape });
        const reason = callers[route.callers];
        if (reason)
          Validations.of(method).acknowledge(
            { id: 'AwsSolutions-APIG4', reason },
            { id: 'AwsSolutions-COG4', reason },
          );
      }
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
