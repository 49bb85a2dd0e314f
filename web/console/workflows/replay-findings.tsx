import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { noticedWords, replayWords } from './replay-words.ts';
import type { Replayed } from './worker/contract.ts';

/** What an edit would have changed for past applications. */
export function ReplayFindings({ replayed }: { replayed: Replayed }) {
  const { journeys, kept, broken, failed, noticed, shifts, later } = replayed;
  if (journeys === 0) return <Box>No application has been closed yet: there is nothing to replay.</Box>;
  return (
    <SpaceBetween size="m">
      <Box fontWeight="bold">{replayWords(replayed)}</Box>
      <StatusIndicator type={later > 0 ? 'warning' : 'success'}>
        {later > 0 ? 'Somebody hears later' : 'Nobody hears later'}
      </StatusIndicator>
      {failed > 0 && (
        <StatusIndicator type="error">
          {failed === 1 ? 'One journey stops' : `${failed} journeys stop`} half-way
        </StatusIndicator>
      )}
      {shifts.size > 0 && (
        <div>
          <Box variant="h3">The first answer</Box>
          <ul>
            {[...shifts].map(([how, count]) => (
              <li key={how}>
                {count} {how}
              </li>
            ))}
          </ul>
        </div>
      )}
      {noticed.size > 0 && (
        <div>
          <Box variant="h3">What candidates would have noticed</Box>
          <ul>
            {[...noticed].map(([what, count]) => (
              <li key={what}>
                {count} × {noticedWords(what)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Box color="text-body-secondary">
        Promises with the edit: {kept} kept, {broken} broken.
      </Box>
    </SpaceBetween>
  );
}
