import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readConfig } from '../../infra/config.ts';
import { inRepository } from '../../infra/paths.ts';
import { namesOf } from './account-names.ts';
import { flat, policy, synthesize } from './synthesized.ts';

const { all, template } = synthesize();
const bare = synthesize({ waf: false, malwareProtection: false, retainData: false, tracing: false });

describe('The table', () => {
  test('survives deletion, forgets what has expired, and can be restored to any second', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    });
  });

  test('goes with the stack when data is for show', () => {
    bare.template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    });
  });

  test('starts a journey for an application only, and keeps what could not be taken in', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { Keys: { sk: { S: ['APP', { prefix: 'RUN#' }, { prefix: 'QUESTION#' }] } } },
            }),
          },
        ],
      },
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});

describe('A résumé', () => {
  const unreadable = (condition: object) => ({
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Sid: 'UnreadableUntilClean',
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Condition: condition,
        }),
      ]),
    },
  });
  const untagged = {
    StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' },
  };

  test('can be read by the scanner alone until it is found clean', () => {
    template.hasResourceProperties(
      'AWS::S3::BucketPolicy',
      unreadable({ ...untagged, ArnNotEquals: { 'aws:PrincipalArn': Match.anyValue() } }),
    );
    template.resourceCountIs('AWS::GuardDuty::MalwareProtectionPlan', 1);
  });

  test('can be read by nobody where nothing scans', () => {
    bare.template.hasResourceProperties('AWS::S3::BucketPolicy', unreadable(untagged));
    bare.template.resourceCountIs('AWS::GuardDuty::MalwareProtectionPlan', 0);
  });

  test('is announced without a custom resource', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    template.resourceCountIs('Custom::S3BucketNotifications', 0);
  });
});

describe('Links', () => {
  const environment = z.looseObject({
    Environment: z.object({ Variables: z.record(z.string(), z.unknown().transform(flat)) }),
  });
  const siteUrls = (stack: typeof bare) =>
    new Set(
      stack
        .all('AWS::Lambda::Function', environment)
        .map(({ properties }) => properties.Environment.Variables['SITE_URL'])
        .filter((url) => url !== undefined),
    );

  test("lead to the distribution's own name, or to the company's domain", () => {
    expect([...siteUrls(bare)][0]).toMatch(/^https:\/\/<SiteDistribution\w+\.DomainName>$/);
    const own = synthesize({
      siteDomain: 'jobs.shopwithus.example',
      certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/one',
    });
    expect([...siteUrls(own)]).toEqual(['https://jobs.shopwithus.example']);
  });
});

describe('The firewall', () => {
  test('stands before the API unless it is switched off', () => {
    template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
    bare.template.resourceCountIs('AWS::WAFv2::WebACL', 0);
  });

  test('lets nobody go around the site, whose word on addresses it takes', () => {
    const secret = { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] };
    template.hasResourceProperties('AWS::WAFv2::WebACL', {
      Rules: Match.arrayWith([
        Match.objectLike({
          Name: 'OnlyThroughTheSite',
          Action: { Block: {} },
          Statement: {
            NotStatement: { Statement: { ByteMatchStatement: Match.objectLike({ SearchString: secret }) } },
          },
        }),
      ]),
    });
    const origins = z.looseObject({
      DistributionConfig: z.looseObject({
        Origins: z.array(z.looseObject({ OriginCustomHeaders: z.optional(z.array(z.unknown())) })),
      }),
    });
    const [site] = all('AWS::CloudFront::Distribution', origins);
    expect(
      site?.properties.DistributionConfig.Origins.flatMap((origin) => origin.OriginCustomHeaders ?? []),
    ).toEqual([{ HeaderName: 'x-hearback-origin', HeaderValue: secret }]);
  });
});

test('Staff are invited, never self-registered, and bring a second factor', () => {
  template.hasResourceProperties('AWS::Cognito::UserPool', {
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
  });
});

test('A colleague signs in under the id that the settings know, or by their address', () => {
  template.hasResourceProperties('AWS::Cognito::UserPool', {
    AliasAttributes: ['email'],
    UsernameAttributes: Match.absent(),
  });
});

test('Mail leaves over TLS only, and what becomes of it is heard', () => {
  template.hasResourceProperties('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'REQUIRE' } });
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { source: ['aws.ses'], resources: [Match.anyValue()] },
  });
});

test('Of what SES reports only what is read is passed on: neither addresses nor subjects', () => {
  const read = { time: '$.time', eventType: '$.detail.eventType', tags: '$.detail.mail.tags' };
  const ofBounce = {
    bounceType: '$.detail.bounce.bounceType',
    bounceSubType: '$.detail.bounce.bounceSubType',
  };
  const rules = Object.values(
    template.findResources('AWS::Events::Rule', { Properties: { EventPattern: { source: ['aws.ses'] } } }),
  ).map((rule) => sesRule.parse(rule).Properties);
  expect(
    rules.map(({ EventPattern, Targets }) => [
      EventPattern.detail.eventType,
      Targets.map(({ InputTransformer }) => Object.values(InputTransformer.InputPathsMap).toSorted()),
    ]),
  ).toEqual(
    expect.arrayContaining([
      [[{ 'anything-but': ['Bounce'] }], [Object.values(read).toSorted()]],
      [['Bounce'], [Object.values({ ...read, ...ofBounce }).toSorted()]],
    ]),
  );
  expect(rules).toHaveLength(2);
});

const sesRule = z.looseObject({
  Properties: z.looseObject({
    EventPattern: z.looseObject({ detail: z.looseObject({ eventType: z.array(z.json()) }) }),
    Targets: z.array(
      z.looseObject({
        InputTransformer: z.looseObject({ InputPathsMap: z.record(z.string(), z.string()) }),
      }),
    ),
  }),
});

test('In the SES sandbox the addresses that may get mail are verified and may be sent to', () => {
  const trying = synthesize({
    mail: {
      identity: 'me@shopwithus.example',
      from: 'me@shopwithus.example',
      marketingFrom: 'me@shopwithus.example',
      replyTo: 'me@shopwithus.example',
      sandboxRecipients: ['julia@shopwithus.example'],
    },
  });
  const identity = z.looseObject({ EmailIdentity: z.string() });
  expect(
    trying.all('AWS::SES::EmailIdentity', identity).map(({ properties }) => properties.EmailIdentity),
  ).toEqual(['me@shopwithus.example', 'julia@shopwithus.example']);
  const sendable = trying
    .all('AWS::IAM::Policy', policy)
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .filter(({ Action }) => Action.includes('ses:SendEmail'))
    .flatMap(({ Resource }) => Resource.map((arn) => arn.split(':').at(-1)));
  expect(sendable).toContain('identity/julia@shopwithus.example');
});

test('No function of AWS CDK is deployed along', () => {
  const custom = Object.keys(template.toJSON()['Resources'] ?? {}).filter((id) =>
    /^(?:Custom|LogRetention|AWS679f|BucketNotifications)/.test(id),
  );
  expect(custom).toEqual([]);
});

describe('A second stage of the account', () => {
  const { mail } = readConfig(inRepository('hearback.config.json'));
  const trial = synthesize({ stage: 'trial', mail: { ...mail, identityExists: true } });

  test('uses the mail identity that is there, makes none, and may send from it', () => {
    trial.template.resourceCountIs('AWS::SES::EmailIdentity', 0);
    const senders = trial
      .all('AWS::IAM::Policy', policy)
      .flatMap(({ properties }) => properties.PolicyDocument.Statement)
      .filter(({ Action }) => Action.includes('ses:SendEmail'));
    expect(senders.length).toBeGreaterThan(0);
    for (const { Resource } of senders)
      expect(Resource).toContainEqual(expect.stringMatching(/:identity\/shopwithus\.example$/));
  });

  test('takes no name that the first one has', () => {
    const taken = new Set(namesOf({ template, all }));
    expect(taken.size).toBeGreaterThan(60);
    expect(namesOf(trial).filter((name) => taken.has(name))).toEqual([]);
  });
});
