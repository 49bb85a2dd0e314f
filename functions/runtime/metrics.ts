import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Hearback' });

/** Counts one occurrence of something an operator watches; the dashboard and alarms read this namespace. */
export function count(name: string): void {
  metrics.singleMetric().addMetric(name, MetricUnit.Count, 1);
}
