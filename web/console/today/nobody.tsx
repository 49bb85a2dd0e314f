import Box from '@cloudscape-design/components/box';
import { useNow } from '../time/clock.ts';
import { timeOrMoment } from '../time/words.ts';

/** Nothing waits for the reader; the next promise is a colleague's. */
export function Nobody({ next }: { next: string | undefined }) {
  const now = useNow();
  return (
    <Box textAlign="center" padding="xxl">
      <Box variant="h2">Nobody is waiting</Box>
      {next === undefined ? (
        <Box color="text-body-secondary">No decision, answer or task is owed. New ones appear here.</Box>
      ) : Date.parse(next) > now ? (
        <Box color="text-body-secondary">Next promise: {timeOrMoment(next, now)}. A colleague owes it.</Box>
      ) : (
        <Box color="text-body-secondary">
          A colleague is late: their promise was due {timeOrMoment(next, now)}.
        </Box>
      )}
    </Box>
  );
}
