import { Duration, Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import type { ApplicationsTable } from './applications-table.ts';
import type { Attention } from './attention.ts';
import { dashboard } from './dashboard.ts';
import type { DataKey } from './data-key.ts';
import type { Erasure } from './erasure.ts';
import type { JourneyEnd } from './journey-end.ts';
import type { JourneyStart } from './journey-start.ts';
import type { Mail } from './mail.ts';
import type { MailFeedback } from './mail-feedback.ts';
import type { Proving } from './proving.ts';
import type { ReferralThanks } from './referral-thanks.ts';
import type { ReleaseTending } from './release-tending.ts';
import type { ServiceRecord } from './service-record.ts';
import type { Steps } from './steps.ts';
import type { Sweep } from './sweep.ts';
import type { Workflows } from './workflows.ts';

/** What is watched. */
export interface Watched {
  readonly api: RestApi;
  readonly attention: Attention;
  readonly erasure: Erasure;
  readonly journeyEnd: JourneyEnd;
  readonly journeyStart: JourneyStart;
  readonly mail: Mail;
  readonly mailFeedback: MailFeedback;
  readonly proving: Proving;
  readonly referralThanks: ReferralThanks;
  readonly serviceRecord: ServiceRecord;
  readonly steps: Steps;
  readonly sweep: Sweep;
  readonly table: ApplicationsTable;
  readonly tending: ReleaseTending;
  readonly workflows: Workflows;
}

export interface OperationsProps {
  readonly watched: Watched;
  readonly dataKey: DataKey;
  readonly alarmEmail: string | undefined;
}

const fiveMinutes = { period: Duration.minutes(5), statistic: 'Sum' };
const hour = { period: Duration.hours(1), statistic: 'Sum' };

/** Alarms and dashboard: what an operator is woken for, and what they look at then. */
export class Operations extends Construct {
  constructor(scope: Construct, id: string, { watched, dataKey, alarmEmail }: OperationsProps) {
    super(scope, id);
    const alarms = new Alarms(this, 'Alarms', { dataKey, email: alarmEmail });
    watchJourneys(alarms, watched);
    watchMail(alarms, watched);
    watchService(alarms, watched);
    watchPublishing(alarms, watched);
    dashboard(this, Stack.of(this).stackName, watched, alarms);
  }
}

function watchJourneys(alarms: Alarms, { attention, journeyEnd, journeyStart, workflows }: Watched): void {
  const ended = (['candidate-journey', 'callback-request'] as const)
    .map((name) => workflows.named(name).stateMachine)
    .flatMap((machine) => [machine.metricFailed(fiveMinutes), machine.metricTimedOut(fiveMinutes)]);
  alarms.watch({
    name: 'needs-attention',
    hurts:
      'A candidate waits: a machine could not carry on with their application, and a task for HR is open.',
    metric: attention.metric(),
    threshold: 1,
  });
  alarms.watch({
    name: 'journey-failed',
    hurts:
      'A candidate hears nothing more until HR does its task: their journey, or what sees to their question, failed or ran out of time.',
    metric: sum('Failed journeys and questions', ended),
    threshold: 1,
  });
  alarms.watch({
    name: 'journey-unheard',
    hurts:
      'A candidate hears nothing more and HR has no task: the end of a failed journey or question could not be taken in.',
    metric: journeyEnd.failures.metric(),
    threshold: 1,
  });
  alarms.watch({
    name: 'journey-not-started',
    hurts: 'Applicants get no acknowledgement: accepted applications could not be started from the stream.',
    metric: journeyStart.failures.metric(),
    threshold: 1,
  });
  alarms.watch({
    name: 'acknowledgement-late',
    hurts: 'Applicants wait longer for their acknowledgement than the minute they were promised.',
    metric: journeyStart.fn.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
    threshold: Duration.minutes(1).toMilliseconds(),
    periods: 3,
  });
}

function watchMail(alarms: Alarms, { mail, mailFeedback, referralThanks, steps }: Watched): void {
  alarms.watch({
    name: 'mail-not-sent',
    hurts: 'Candidates and recruiters do not get what they were promised: sending fails again and again.',
    metric: steps.named('send-message').metricErrors(fiveMinutes),
    threshold: 3,
    periods: 2,
  });
  alarms.watch({
    name: 'bounces-unheard',
    hurts: 'Candidates whose address bounced are not called: reports on mail could not be taken in.',
    metric: mailFeedback.failures.metric(),
    threshold: 1,
  });
  alarms.watch({
    name: 'not-thanked',
    hurts:
      'Candidates who recommended somebody are not thanked: the day’s run could not send to all of them.',
    metric: referralThanks.fn.metricErrors(hour),
    threshold: 1,
  });
  // SES reviews an account at 5 % bounces and 0.1 % complaints (SES developer guide, "Sending review process").
  alarms.watch({
    name: 'bounce-rate',
    hurts: 'Soon nobody may hear anything: SES stops accounts whose mail bounces too often.',
    metric: reputation(mail, 'Reputation.BounceRate'),
    threshold: 0.04,
  });
  alarms.watch({
    name: 'complaint-rate',
    hurts: 'Soon nobody may hear anything: SES stops accounts that too many recipients call spam.',
    metric: reputation(mail, 'Reputation.ComplaintRate'),
    threshold: 0.0008,
  });
}

function watchService(alarms: Alarms, { api, erasure, serviceRecord, sweep, table }: Watched): void {
  alarms.watch({
    name: 'api-failing',
    hurts: 'Applicants cannot apply, or candidates, staff and shops cannot act: the API answers with errors.',
    metric: api.metricServerError(fiveMinutes),
    // A company with an application an hour has no five of them in five minutes.
    threshold: 1,
  });
  alarms.watch({
    name: 'erasure-unfinished',
    hurts:
      'Candidates who asked to be erased, or for a fresh link, still wait, or are kept longer than they were told; or a colleague was not told what was handed over to them.',
    metric: sum('Erasures that failed', [
      erasure.failures.metric(),
      erasure.forget.metricErrors(fiveMinutes),
    ]),
    threshold: 1,
  });
  alarms.watch({
    name: 'sweep-stopped',
    hurts: 'Applications that a crash left behind stay behind: the sweep has finished no run in an hour.',
    metric: new MathExpression({
      label: 'Finished sweeps',
      expression: 'FILL(runs, 0) - FILL(failures, 0)',
      usingMetrics: { runs: sweep.fn.metricInvocations(hour), failures: sweep.fn.metricErrors(hour) },
      period: hour.period,
    }),
    threshold: 1,
    below: true,
  });
  alarms.watch({
    name: 'record-incomplete',
    hurts: 'The service record tells staff and applicants too little: events could not be counted.',
    metric: serviceRecord.failures.metric(),
    threshold: 1,
  });
  const throttled = (name: string) => table.table.metric(name, fiveMinutes);
  alarms.watch({
    name: 'table-throttled',
    hurts: 'Pages and journeys slow down: the table takes no more requests on some key.',
    metric: sum('Throttled requests', [throttled('ReadThrottleEvents'), throttled('WriteThrottleEvents')]),
    threshold: 20,
    periods: 2,
  });
}

function watchPublishing(alarms: Alarms, { proving, tending }: Watched): void {
  alarms.watch({
    name: 'releases-untended',
    hurts: 'New applicants may start on a workflow that was taken back: nobody looks after releases.',
    metric: tending.fn.metricErrors(fiveMinutes),
    threshold: 1,
  });
  const { stateMachine } = proving.workflow;
  alarms.watch({
    name: 'proofs-failing',
    hurts: 'Candidates wait for a correction that nobody can publish: a proof ended without a verdict.',
    metric: sum('Failed proofs', [
      stateMachine.metricFailed(fiveMinutes),
      stateMachine.metricTimedOut(fiveMinutes),
    ]),
    threshold: 1,
  });
}

function sum(label: string, metrics: readonly Metric[]): MathExpression {
  const named = metrics.map((metric, position) => [`m${position}`, metric] as const);
  return new MathExpression({
    label,
    expression: named.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(named),
    period: fiveMinutes.period,
  });
}

function reputation(mail: Mail, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName,
    dimensionsMap: { 'ses:configuration-set': mail.configurationSetName },
    period: Duration.hours(1),
    statistic: 'Average',
  });
}
