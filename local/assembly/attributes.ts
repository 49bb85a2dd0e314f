import { accountId, arn, fingerprint, region, stableUuid } from './identity.ts';

/** One resource as its references see it: physical name and, by name, the text properties it was declared with. */
export interface Physical {
  readonly logicalId: string;
  readonly name: string;
  property(name: string): string | undefined;
}

interface Shape {
  /** Property that names the resource physically, when the author chose the name. */
  readonly named?: string;
  readonly ref: (self: Physical) => string;
  readonly attributes?: Readonly<Record<string, (self: Physical) => string>>;
}

const name = (self: Physical): string => self.name;
const withArn = (service: string, prefix: string, named?: string): Shape => ({
  ...(named === undefined ? {} : { named }),
  ref: name,
  attributes: { Arn: (self) => arn(service, prefix + self.name) },
});
/** API Gateway and Cognito give short generated ids. */
const shortId = (self: Physical): string => fingerprint(10, self.logicalId);
const byId: Shape = { ref: shortId };
const keyId = (self: Physical): string => stableUuid(self.logicalId);
const stateMachineArn = (self: Physical): string => arn('states', `stateMachine:${self.name}`);
const versionArn = (self: Physical): string =>
  `${self.property('StateMachineArn') ?? self.property('StateMachineRevisionId')}:1`;
const aliasArn = (self: Physical): string => {
  // An alias hangs below its machine's ARN; the template tells the machine only through the version it routes to.
  const version =
    self.property('DeploymentPreference.StateMachineVersionArn') ??
    self.property('RoutingConfiguration.0.StateMachineVersionArn');
  return `${version?.replace(/:\d+$/, '')}:${self.name}`;
};
/** CloudFront's functions are in no region. */
const edgeArn = (self: Physical): string => `arn:aws:cloudfront::${accountId}:function/${self.name}`;
const poolId = (self: Physical): string => `${region}_${fingerprint(9, self.logicalId)}`;

/**
 * What `Ref` and `Fn::GetAtt` give, by resource type.
 * Source: AWS CloudFormation template reference, section "Return values" of each type.
 */
export const shapes: Readonly<Record<string, Shape>> = {
  'AWS::DynamoDB::Table': {
    named: 'TableName',
    ref: name,
    attributes: {
      Arn: (self) => arn('dynamodb', `table/${self.name}`),
      StreamArn: (self) => arn('dynamodb', `table/${self.name}/stream/2026-01-01T00:00:00.000`),
    },
  },
  'AWS::DynamoDB::GlobalTable': {
    named: 'TableName',
    ref: name,
    attributes: {
      Arn: (self) => arn('dynamodb', `table/${self.name}`),
      StreamArn: (self) => arn('dynamodb', `table/${self.name}/stream/2026-01-01T00:00:00.000`),
    },
  },
  'AWS::Lambda::Function': withArn('lambda', 'function:', 'FunctionName'),
  'AWS::Lambda::EventSourceMapping': { ref: keyId, attributes: { Id: keyId } },
  'AWS::IAM::Role': withArn('iam', 'role/', 'RoleName'),
  'AWS::IAM::ManagedPolicy': { named: 'ManagedPolicyName', ref: (self) => arn('iam', `policy/${self.name}`) },
  'AWS::StepFunctions::StateMachine': {
    named: 'StateMachineName',
    ref: stateMachineArn,
    attributes: { Arn: stateMachineArn, Name: name, StateMachineRevisionId: keyId },
  },
  'AWS::StepFunctions::StateMachineVersion': { ref: versionArn, attributes: { Arn: versionArn } },
  'AWS::StepFunctions::StateMachineAlias': { named: 'Name', ref: aliasArn, attributes: { Arn: aliasArn } },
  'AWS::Events::EventBus': {
    named: 'Name',
    ref: name,
    attributes: { Arn: (self) => arn('events', `event-bus/${self.name}`), Name: name },
  },
  'AWS::Events::Rule': {
    named: 'Name',
    ref: name,
    attributes: {
      Arn: (self) => {
        const bus = self.property('EventBusName');
        return arn('events', `rule/${bus === undefined || bus === 'default' ? '' : `${bus}/`}${self.name}`);
      },
    },
  },
  'AWS::Scheduler::Schedule': {
    named: 'Name',
    ref: name,
    attributes: {
      Arn: (self) => arn('scheduler', `schedule/${self.property('GroupName') ?? 'default'}/${self.name}`),
    },
  },
  'AWS::Scheduler::ScheduleGroup': withArn('scheduler', 'schedule-group/', 'Name'),
  'AWS::ApiGateway::RestApi': {
    ref: shortId,
    attributes: {
      RestApiId: shortId,
      RootResourceId: (self) => fingerprint(10, self.logicalId, 'root'),
    },
  },
  'AWS::ApiGateway::Resource': { ref: shortId, attributes: { ResourceId: shortId } },
  'AWS::ApiGateway::Method': byId,
  'AWS::ApiGateway::Model': { named: 'Name', ref: name },
  'AWS::ApiGateway::RequestValidator': { ref: shortId, attributes: { RequestValidatorId: shortId } },
  'AWS::ApiGateway::Authorizer': { ref: shortId, attributes: { AuthorizerId: shortId } },
  'AWS::ApiGateway::Deployment': { ref: shortId, attributes: { DeploymentId: shortId } },
  'AWS::ApiGateway::Stage': { named: 'StageName', ref: name },
  'AWS::ApiGateway::UsagePlan': { ref: shortId, attributes: { Id: shortId } },
  'AWS::ApiGateway::ApiKey': { ref: shortId, attributes: { APIKeyId: shortId } },
  'AWS::S3::Bucket': {
    named: 'BucketName',
    ref: (self) => self.name.toLowerCase(),
    attributes: {
      Arn: (self) => arn('s3', self.name.toLowerCase()),
      DomainName: (self) => `${self.name.toLowerCase()}.s3.amazonaws.com`,
      RegionalDomainName: (self) => `${self.name.toLowerCase()}.s3.${region}.amazonaws.com`,
    },
  },
  'AWS::KMS::Key': {
    ref: keyId,
    attributes: { Arn: (self) => arn('kms', `key/${keyId(self)}`), KeyId: keyId },
  },
  'AWS::KMS::Alias': { named: 'AliasName', ref: name },
  'AWS::SES::ConfigurationSet': { named: 'Name', ref: name },
  'AWS::SES::EmailIdentity': {
    named: 'EmailIdentity',
    ref: name,
    attributes: Object.fromEntries(
      [1, 2, 3].flatMap((n) => [
        [`DkimDNSTokenName${n}`, (self: Physical) => `token${n}._domainkey.${self.name}`],
        [`DkimDNSTokenValue${n}`, () => `token${n}.dkim.amazonses.com`],
      ]),
    ),
  },
  'AWS::Cognito::UserPool': {
    ref: poolId,
    attributes: {
      Arn: (self) => arn('cognito-idp', `userpool/${poolId(self)}`),
      ProviderName: (self) => `cognito-idp.${region}.amazonaws.com/${poolId(self)}`,
      ProviderURL: (self) => `https://cognito-idp.${region}.amazonaws.com/${poolId(self)}`,
      UserPoolId: poolId,
    },
  },
  'AWS::Cognito::UserPoolClient': {
    ref: (self) => fingerprint(26, self.logicalId),
    attributes: { ClientId: (self) => fingerprint(26, self.logicalId) },
  },
  'AWS::Cognito::UserPoolDomain': { named: 'Domain', ref: name },
  'AWS::Cognito::UserPoolGroup': { named: 'GroupName', ref: name },
  'AWS::SQS::Queue': {
    named: 'QueueName',
    ref: (self) => `https://sqs.${region}.amazonaws.com/${accountId}/${self.name}`,
    attributes: { Arn: (self) => arn('sqs', self.name), QueueName: name },
  },
  'AWS::SNS::Topic': {
    named: 'TopicName',
    ref: (self) => arn('sns', self.name),
    attributes: { TopicArn: (self) => arn('sns', self.name), TopicName: name },
  },
  'AWS::SSM::Parameter': {
    named: 'Name',
    ref: name,
    attributes: { Value: (self) => self.property('Value') ?? '' },
  },
  'AWS::Logs::LogGroup': {
    named: 'LogGroupName',
    ref: name,
    attributes: { Arn: (self) => `${arn('logs', `log-group:${self.name}`)}:*` },
  },
  'AWS::CloudFront::Distribution': {
    ref: (self) => `E${fingerprint(13, self.logicalId).toUpperCase()}`,
    attributes: {
      Id: (self) => `E${fingerprint(13, self.logicalId).toUpperCase()}`,
      DomainName: (self) => `d${fingerprint(13, self.logicalId)}.cloudfront.net`,
    },
  },
  'AWS::CloudFront::Function': {
    named: 'Name',
    ref: edgeArn,
    attributes: { FunctionARN: edgeArn },
  },
  'AWS::WAFv2::WebACL': {
    ref: (self) => `${self.name}|${keyId(self)}|REGIONAL`,
    attributes: { Arn: (self) => arn('wafv2', `regional/webacl/${self.name}/${keyId(self)}`), Id: keyId },
  },
};
