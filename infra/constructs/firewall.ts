import { Stack } from 'aws-cdk-lib';
import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { originHeader, originSecret, viewerHeader } from './site.ts';

type Statement = CfnWebACL.StatementProperty;

/** Requests per address in five minutes. A job centre's visitors share one: they must all get through. */
const limits = { everything: 2000, sending: 100 } as const;

/** Lets only CloudFront in, limits what one address can send, refuses what looks like an attack. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, props: { stage: Stage }) {
    super(scope, id);
    const rules: { name: string; statement: Statement; managed?: true }[] = [
      { name: 'OnlyThroughTheSite', statement: not(header(originHeader, originSecret(Stack.of(this)))) },
      { name: 'RatePerAddress', statement: rate(limits.everything) },
      { name: 'SendingRatePerAddress', statement: rate(limits.sending, sending) },
      {
        name: 'Common',
        managed: true,
        // Counted, not refused: a candidate's own words may be long, and a shop's client may have no name.
        statement: awsRules('AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY', 'NoUserAgent_HEADER']),
      },
      { name: 'KnownBadInputs', managed: true, statement: awsRules('AWSManagedRulesKnownBadInputsRuleSet') },
    ];
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('Firewall'),
      rules: rules.map(({ name, statement, managed }, priority) => ({
        name,
        priority,
        statement,
        ...(managed ? { overrideAction: { none: {} } } : { action: { block: {} } }),
        visibilityConfig: visibility(name),
      })),
    });
    new CfnWebACLAssociation(this, 'Association', {
      resourceArn: props.stage.stageArn,
      webAclArn: acl.attrArn,
    });
  }
}

/** Uploads, applications, and mail that anybody may ask for. */
const sending: Statement = {
  orStatement: {
    statements: ['/api/uploads', '/api/applications', '/api/candidate/links'].map((path) => ({
      byteMatchStatement: {
        fieldToMatch: { uriPath: {} },
        positionalConstraint: 'ENDS_WITH',
        searchString: path,
        textTransformations: [{ priority: 0, type: 'NONE' }],
      },
    })),
  },
};

/** More requests than this in five minutes from the address that CloudFront names. */
function rate(limit: number, of?: Statement): Statement {
  return {
    rateBasedStatement: {
      limit,
      evaluationWindowSec: 300,
      aggregateKeyType: 'CUSTOM_KEYS',
      customKeys: [{ header: { name: viewerHeader, textTransformations: [{ priority: 0, type: 'NONE' }] } }],
      ...(of && { scopeDownStatement: of }),
    },
  };
}

function header(name: string, value: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch: { singleHeader: { Name: name } },
      positionalConstraint: 'EXACTLY',
      searchString: value,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
}

function not(statement: Statement): Statement {
  return { notStatement: { statement } };
}

function awsRules(name: string, counted: readonly string[] = []): Statement {
  return {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  };
}

/** Counted, but no sample of requests kept: they hold addresses and what people typed. */
function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}
