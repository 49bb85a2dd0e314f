import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ApplicationsTable } from './applications-table.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import type { LinkKey } from './link-key.ts';
import type { Mail } from './mail.ts';
import type { Site } from './site.ts';

export interface ReferralThanksProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly mail: Mail;
  readonly site: Site;
  readonly linkKey: LinkKey;
}

/** Thanks those who recommended somebody, once a day. */
export class ReferralThanks extends Construct {
  readonly fn: HearbackFunction;

  constructor(scope: Construct, id: string, { defaults, table, mail, site, linkKey }: ReferralThanksProps) {
    super(scope, id);
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry: 'functions/events/thank-referrers.ts',
      description: 'Thanks those who recommended somebody',
      timeout: Duration.minutes(5),
    });
    table.grantReadWrite(this.fn);
    table.grantQueryWork(this.fn);
    mail.grantSend(this.fn);
    site.grantLinks(this.fn);
    linkKey.grantGenerate(this.fn);
    // Who was not thanked stays in the queue: the next day's run is the retry.
    this.fn.configureAsyncInvoke({ retryAttempts: 0 });
    new Rule(this, 'EveryDay', {
      description: 'Thanks those who recommended somebody',
      schedule: Schedule.cron({ hour: '10', minute: '0' }),
      targets: [new LambdaFunction(this.fn, { retryAttempts: 0 })],
    });
  }
}
