/**
 * Resource types the laptop leaves out, each with its reason. A type that is neither here nor known to the rest of
 * the assembly reader stops the start: silence would let a part of the stack go untested unnoticed.
 */
export const ignoredTypes: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'describes the CDK version, creates nothing',
  'AWS::Logs::LogGroup': 'logs are kept in the data directory',
  'AWS::Logs::ResourcePolicy': 'logs are kept in the data directory',
  'AWS::Logs::QueryDefinition': 'there is no Logs Insights to hold a saved query',
  'AWS::Logs::MetricFilter': 'no metrics are collected',
  'AWS::Logs::SubscriptionFilter': 'logs are kept in the data directory',
  'AWS::CloudWatch::Alarm': 'no metrics are collected, so nothing can alarm',
  'AWS::CloudWatch::CompositeAlarm': 'no metrics are collected, so nothing can alarm',
  'AWS::CloudWatch::Dashboard': 'no metrics are collected; the control page shows the journeys',
  'AWS::SNS::Topic': 'alarms are its only publishers',
  'AWS::SNS::TopicPolicy': 'alarms are the only publishers',
  'AWS::SNS::Subscription': 'alarms are the only publishers',
  'AWS::WAFv2::WebACL': 'only this machine can reach the endpoint',
  'AWS::WAFv2::WebACLAssociation': 'only this machine can reach the endpoint',
  'AWS::WAFv2::LoggingConfiguration': 'only this machine can reach the endpoint',
  'AWS::CloudFront::OriginAccessControl': 'the local front reads the site bucket itself',
  'AWS::CloudFront::CloudFrontOriginAccessIdentity': 'the local front reads the site bucket itself',
  'AWS::CloudFront::CachePolicy': 'nothing is cached on the laptop',
  'AWS::CloudFront::OriginRequestPolicy': 'the local front is the origin',
  'AWS::Route53::RecordSet': 'the laptop has no names of its own',
  'AWS::CertificateManager::Certificate': 'the laptop speaks plain HTTP on the loopback address',
  'AWS::ApiGateway::Account': 'access logs are not delivered',
  'AWS::ApiGateway::Deployment': 'the methods are served as declared',
  'AWS::ApiGateway::BasePathMapping': 'the API lies at the root of the local site',
  'AWS::ApiGateway::DomainName': 'the API lies on the local site',
  'AWS::Lambda::LayerVersion': 'bundles carry what they need',
  'AWS::ApplicationInsights::Application': 'no metrics are collected',
  'AWS::ResourceGroups::Group': 'grouping has no effect on behaviour',
  'AWS::Budgets::Budget': 'the laptop costs nothing',
  'AWS::XRay::Group': 'no traces are collected',
  'AWS::XRay::SamplingRule': 'no traces are collected',
  'AWS::Cognito::ManagedLoginBranding': 'the local sign-in page has its own looks',
};

/**
 * Custom resources that CDK itself generates, left out with their reason. Matched by resource type.
 */
export const ignoredCustomTypes: Readonly<Record<string, string>> = {
  'Custom::S3AutoDeleteObjects': 'a local bucket is deleted with the data directory',
  'Custom::CDKBucketDeployment': 'the local front serves the deployed files from the assembly',
  'Custom::LogRetention': 'logs are kept in the data directory',
  'Custom::S3BucketNotifications':
    'the storage service reads the notification targets from the bucket itself',
  'Custom::AWS': 'it calls AWS to look things up at deployment; nothing is deployed',
};

/** Functions behind the custom resources above, by the stem CDK gives their logical ids. */
export const ignoredFunctions: readonly RegExp[] = [
  /^CustomS3AutoDeleteObjectsCustomResourceProviderHandler/,
  /^CustomCDKBucketDeployment/,
  /^LogRetention[0-9a-f]{24,}/,
  /^BucketNotificationsHandler/,
  /^AWS679f53fac002430cb0da5b7982bd2287/,
];
