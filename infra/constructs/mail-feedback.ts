import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ApplicationsTable } from './applications-table.ts';
import { DeadLetters } from './dead-letters.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import type { Mail } from './mail.ts';

export interface MailFeedbackProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly mail: Mail;
}

/** What becomes of each mail: delivered, bounced, complained about. */
export class MailFeedback extends Construct {
  readonly fn: HearbackFunction;
  readonly failures: DeadLetters;

  constructor(scope: Construct, id: string, { defaults, table, mail }: MailFeedbackProps) {
    super(scope, id);
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry: 'functions/events/mail-events.ts',
      description: 'Notes what became of each mail; a bounce suppresses the address and asks for a call',
    });
    table.grantReadWrite(this.fn);
    this.failures = new DeadLetters(this, 'Failures');
    this.failures.keepEventsOf(this.fn, Duration.hours(6));
    new Rule(this, 'Events', {
      description: 'What SES reports of mail sent through this configuration set',
      eventPattern: { source: ['aws.ses'], resources: [mail.configurationSetArn] },
      targets: [new LambdaFunction(this.fn, { deadLetterQueue: this.failures.queue })],
    });
  }
}
