import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ApplicationsTable } from './applications-table.ts';
import { DeadLetters } from './dead-letters.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import type { Mail } from './mail.ts';
import type { Site } from './site.ts';

export interface MailFeedbackProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly mail: Mail;
  readonly site: Site;
}

/**
 * What becomes of each mail: delivered, bounced, complained about. SES names addresses and the subject in its events; the
 * function gets what it reads and no more, for what it fails at waits in a queue.
 */
export class MailFeedback extends Construct {
  readonly fn: HearbackFunction;
  readonly failures: DeadLetters;

  constructor(scope: Construct, id: string, { defaults, table, mail, site }: MailFeedbackProps) {
    super(scope, id);
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry: 'functions/events/mail-events.ts',
      description:
        'Notes what became of each mail; a bounce suppresses the address and has the recruiter call',
    });
    table.grantReadWrite(this.fn);
    mail.grantSendTransactional(this.fn);
    site.grantLinks(this.fn);
    this.failures = new DeadLetters(this, 'Failures');
    this.failures.keepEventsOf(this.fn, Duration.hours(6));
    const heard = (id: string, eventType: object[] | string[], description: string, bounce = {}): void => {
      const event = RuleTargetInput.fromObject({
        time: EventField.time,
        eventType: EventField.fromPath('$.detail.eventType'),
        tags: EventField.fromPath('$.detail.mail.tags'),
        ...bounce,
      });
      new Rule(this, id, {
        description,
        eventPattern: {
          source: ['aws.ses'],
          resources: [mail.configurationSetArn],
          detail: { eventType },
        },
        targets: [new LambdaFunction(this.fn, { event, deadLetterQueue: this.failures.queue })],
      });
    };
    // EventBridge says nothing of what becomes of a path that an event does not have, so bounces have a rule of their own.
    heard(
      'Events',
      [{ 'anything-but': ['Bounce'] }],
      'What SES reports of mail sent through this configuration set',
    );
    heard('Bounces', ['Bounce'], 'What SES reports of mail that bounced', {
      bounceType: EventField.fromPath('$.detail.bounce.bounceType'),
      bounceSubType: EventField.fromPath('$.detail.bounce.bounceSubType'),
    });
  }
}
