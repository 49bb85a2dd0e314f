import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi as CdkRestApi,
  CfnRestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { answerProblems } from './api-problems.ts';
import type { FunctionDefaults } from './hearback-function.ts';

/** Named, not referenced, by whatever the functions depend on: the stage itself depends on every function. */
const stageName = 'live';

/** What is logged of a request: no address, no path with ids or tokens, no query. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  responseLength: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  integrationLatencyMs: '$context.integrationLatency',
  error: '$context.error.responseType',
  trace: '$context.xrayTraceId',
};

/** The API as such: stage, logs, limits, refusals. What it serves is added by `addRoutes`. */
export class RestApi extends Construct {
  readonly api: CdkRestApi;

  constructor(
    scope: Construct,
    id: string,
    props: { defaults: FunctionDefaults; openToCareersSites: boolean },
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    const accessLogs = new LogGroup(this, 'AccessLog', {
      logGroupName: `/${stack.stackName}/api-access`,
      encryptionKey: props.defaults.logKey,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.api = new CdkRestApi(this, 'Api', {
      restApiName: stack.stackName,
      description: 'Hearback: careers form, candidate, staff, interviewers and shops',
      endpointTypes: [EndpointType.REGIONAL],
      // API Gateway writes logs with one role per account and region; it outlives the stack for the others' sake.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName,
        // Requests per second that one company's careers pages never reach, but a runaway script does.
        throttlingRateLimit: 100,
        throttlingBurstLimit: 200,
        tracingEnabled: props.defaults.tracing,
        metricsEnabled: true,
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        accessLogDestination: new LogGroupLogDestination(accessLogs),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    // Where the service writes its own errors; it would make the group itself, without key and without end.
    const executionLog = new LogGroup(this, 'ExecutionLog', {
      logGroupName: `API-Gateway-Execution-Logs_${this.api.restApiId}/${stageName}`,
      encryptionKey: props.defaults.logKey,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.api.deploymentStage.node.addDependency(executionLog);
    if (!(this.api.node.defaultChild instanceof CfnRestApi))
      throw new Error('the API has no resource of its own');
    this.api.node.defaultChild.securityPolicy = SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09;
    // That policy asks for it: the host a client names must be the host it calls.
    this.api.node.defaultChild.endpointAccessMode = 'STRICT';
    // CDK would print the API's own address, behind the firewall's back.
    this.api.node.tryRemoveChild('Endpoint');
    answerProblems(this.api, props);
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      reason: 'The role belongs to the account, not to the product; AWS made this policy for it.',
    });
  }

  /** Where the stage answers, for CloudFront. */
  get origin(): { host: string; stage: string } {
    const { region, urlSuffix } = Stack.of(this);
    return { host: `${this.api.restApiId}.execute-api.${region}.${urlSuffix}`, stage: stageName };
  }
}
