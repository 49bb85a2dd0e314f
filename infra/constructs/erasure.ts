import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ApplicationsTable } from './applications-table.ts';
import { DeadLetters } from './dead-letters.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import type { LinkKey } from './link-key.ts';
import type { Mail } from './mail.ts';
import type { Resumes } from './resumes.ts';
import type { Site } from './site.ts';
import type { Workflows } from './workflows.ts';

export interface ErasureProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly resumes: Resumes;
  readonly linkKey: LinkKey;
  readonly mail: Mail;
  readonly site: Site;
  readonly workflows: Workflows;
}

/**
 * Erases what candidates ask to be erased, sends fresh links and tells colleagues what was handed over to them, at once;
 * and erases what is not to be kept any longer, four times a day.
 */
export class Erasure extends Construct {
  readonly answer: HearbackFunction;
  readonly forget: HearbackFunction;
  readonly failures: DeadLetters;

  constructor(scope: Construct, id: string, props: ErasureProps) {
    super(scope, id);
    const { table } = props;
    this.answer = this.#eraser(
      'Answer',
      'answer-requests',
      'Erases what candidates ask to be erased, sends fresh links, tells new owners',
      { ...props, timeout: Duration.minutes(2) },
    );
    props.linkKey.grantGenerate(this.answer);
    props.site.grantLinks(this.answer);
    this.failures = new DeadLetters(this, 'Failures');
    this.failures.grantSend(this.answer);
    table.grantStream(this.answer);
    const mapping = new CfnEventSourceMapping(this, 'Stream', {
      eventSourceArn: table.streamArn,
      functionName: this.answer.functionName,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 5,
      filterCriteria: {
        filters: [
          {
            pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: {
                Keys: { sk: { S: ['ERASURE', { prefix: 'LINK-REQUEST#' }, { prefix: 'HAND-OVER#' }] } },
              },
            }),
          },
        ],
      },
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // Five tries in at most an hour; what is left is taken up within six hours.
      maximumRetryAttempts: 5,
      maximumRecordAgeInSeconds: Duration.hours(1).toSeconds(),
      destinationConfig: { onFailure: { destination: this.failures.queue.queueArn } },
    });
    // The stream is only readable once the role's policy exists.
    mapping.node.addDependency(this.answer);

    this.forget = this.#eraser('Forget', 'forget', 'Erases what is not to be kept any longer', {
      ...props,
      // As long as a function may run: each application takes a good part of a second.
      timeout: Duration.minutes(15),
    });
    table.grantQueryWork(this.forget);
    props.resumes.grantList(this.forget);
    // A run that fails is not tried again: the next one comes within six hours.
    this.forget.configureAsyncInvoke({ retryAttempts: 0 });
    new Rule(this, 'FourTimesADay', {
      description: 'Forgets what is not to be kept any longer',
      schedule: Schedule.rate(Duration.hours(6)),
      targets: [new LambdaFunction(this.forget, { retryAttempts: 0 })],
    });
  }

  #eraser(
    id: string,
    name: string,
    description: string,
    props: ErasureProps & { readonly timeout: Duration },
  ): HearbackFunction {
    const { defaults, table, resumes, mail, workflows, timeout } = props;
    const entry = `functions/events/${name}.ts`;
    const fn = new HearbackFunction(this, id, { defaults, entry, description, timeout });
    table.grantReadWrite(fn);
    table.grantDelete(fn);
    table.grantQueryPerson(fn);
    resumes.grantErase(fn);
    mail.grantSendTransactional(fn);
    workflows.grantStop(fn);
    return fn;
  }
}
