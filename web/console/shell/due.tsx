import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useNow } from '../time/clock.ts';
import { moment, remaining, urgency } from '../time/words.ts';
import type { Urgency } from '../time/words.ts';

const types: Readonly<Record<Urgency, StatusIndicatorProps.Type>> = {
  late: 'error',
  soon: 'warning',
  'in-time': 'pending',
};

/** How long is left: words and a sign, never colour alone. */
export function Due({ at }: { at: string }) {
  const now = useNow();
  return (
    <StatusIndicator type={types[urgency(at, now)]}>
      <time className="one-line" dateTime={at} title={moment(at)}>
        {remaining(at, now)}
      </time>
    </StatusIndicator>
  );
}
