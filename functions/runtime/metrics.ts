import { once } from './once.ts';

/** Made at the first count: most invocations count nothing, and need not load what it takes. */
const open = once(async () => {
  const { Metrics, MetricUnit } = await import('@aws-lambda-powertools/metrics');
  return { metrics: new Metrics({ namespace: 'Hearback' }), unit: MetricUnit.Count };
});

/** Counts one occurrence of something an operator watches; the dashboard and alarms read this namespace. */
export async function count(name: string): Promise<void> {
  const { metrics, unit } = await open();
  metrics.singleMetric().addMetric(name, unit, 1);
}
