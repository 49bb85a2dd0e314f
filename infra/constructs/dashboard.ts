import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  Metric,
  TextWidget,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { HearbackFunction } from './hearback-function.ts';
import type { Watched } from './operations.ts';

/** One page: are people answered, does mail arrive, can people apply, what fails. */
export function dashboard(scope: Construct, name: string, watched: Watched, alarms: Alarms): Dashboard {
  const { api, attention, journeyStart, steps, workflows } = watched;
  const byMachine = (of: (machine: (typeof workflows.all)[number]['stateMachine']) => Metric) =>
    workflows.all.map((workflow) => of(workflow.stateMachine).with({ label: workflow.node.id }));
  const mail = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum', period: Duration.minutes(5) });
  const board = new Dashboard(scope, 'Dashboard', { dashboardName: name, defaultInterval: Duration.days(1) });
  board.addWidgets(
    new TextWidget({
      width: 24,
      height: 1,
      markdown: `**${name}**: every applicant hears back. What to do about an alarm: docs/runbook.md`,
    }),
  );
  board.addWidgets(new AlarmStatusWidget({ title: 'Alarms', width: 24, height: 3, alarms: alarms.all }));
  board.addWidgets(
    graph(
      'Journeys begun',
      byMachine((machine) => machine.metricStarted()),
    ),
    graph(
      'Journeys ended',
      byMachine((machine) => machine.metricSucceeded()),
    ),
    graph('Not carried on', [attention.metric(), ...byMachine((machine) => machine.metricFailed())]),
  );
  board.addWidgets(
    graph('Mail', ['Send', 'Delivery', 'Bounce', 'Complaint'].map(mail)),
    graph('Requests', [api.metricCount(), api.metricClientError(), api.metricServerError()]),
    graph('Latency of the API', [
      api.metricLatency({ statistic: 'p50' }),
      api.metricLatency({ statistic: 'p95' }),
    ]),
  );
  board.addWidgets(
    graph('Failing steps', errorsOf(steps.all)),
    graph('Failing handlers', errorsOf(functionsIn(Stack.of(scope)).filter((fn) => !steps.all.includes(fn)))),
    graph('Delay of the stream', [journeyStart.fn.metric('IteratorAge', { statistic: 'Maximum' })]),
  );
  return board;
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 8, height: 6, leftYAxis: { min: 0 } });
}

const functionsIn = (stack: Stack): HearbackFunction[] =>
  stack.node.findAll().filter((construct) => construct instanceof HearbackFunction);

function errorsOf(functions: readonly HearbackFunction[]): IMetric[] {
  return functions.map((fn) => fn.metricErrors({ label: fn.shortName }));
}
