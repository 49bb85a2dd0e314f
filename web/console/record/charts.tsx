import BarChart from '@cloudscape-design/components/bar-chart';
import { dayWords } from './words.ts';

/** The chart's values stand in the table below it, so it needs no filter and says nothing of its own when empty. */
const plain = { hideFilter: true, height: 220, empty: 'Nothing to draw yet.' } as const;

/** Colours of the theme: readable on white and on the dark page. */
const colours = { good: '#2e8b63', bad: '#c9473d', whole: '#6b7a90', part: '#2f7fb0' } as const;

interface Bar {
  readonly title: string;
  readonly colour: keyof typeof colours;
  readonly values: readonly number[];
}

const highest = (columns: readonly number[]): [number, number] => [0, Math.max(4, ...columns)];

/** Bars of each week, beside each other or on top of each other. */
export function WeeklyBars({
  label,
  weeks,
  bars,
  isStacked,
  unit = 'How many',
  tick = String,
}: {
  label: string;
  weeks: readonly { readonly from: string }[];
  bars: readonly Bar[];
  isStacked: boolean;
  unit?: string;
  /** How a value is written. */
  tick?: (value: number) => string;
}) {
  const columns = weeks.map((_, place) =>
    isStacked
      ? bars.reduce((sum, { values }) => sum + (values[place] ?? 0), 0)
      : Math.max(...bars.map(({ values }) => values[place] ?? 0)),
  );
  return (
    <BarChart
      {...plain}
      ariaLabel={label}
      stackedBars={isStacked}
      xTitle="Week from"
      yTitle={unit}
      yTickFormatter={tick}
      yDomain={highest(columns)}
      series={bars.map(({ title, colour, values }) => ({
        type: 'bar',
        title,
        color: colours[colour],
        valueFormatter: tick,
        data: weeks.map(({ from }, place) => ({ x: dayWords(from), y: values[place] ?? 0 })),
      }))}
    />
  );
}

/** How often each score from 0 to 10 was given. */
export function ScoreBars({ label, distribution }: { label: string; distribution: readonly number[] }) {
  return (
    <BarChart
      {...plain}
      ariaLabel={label}
      xTitle="Score"
      yTitle="How many"
      yDomain={highest(distribution)}
      hideLegend
      series={[
        {
          type: 'bar',
          title: 'Given',
          color: colours.part,
          data: distribution.map((times, score) => ({ x: String(score), y: times })),
        },
      ]}
    />
  );
}
