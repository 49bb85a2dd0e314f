import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Due } from '../shell/due.tsx';
import { moment } from '../time/words.ts';
import { promised, stageWords } from '../words/gates.ts';
import { nameOf } from '../words/people.ts';
import type { ApplicationData } from './data.ts';

/** What the candidate was told: what, by when, who owns it. It stays in sight. */
export function PromiseBar({ application }: Pick<ApplicationData, 'application'>) {
  const { promise, stage, outcome, answeredAt } = application;
  return (
    <div className="promise-bar">
      <Container>
        {promise ? (
          <SpaceBetween size="m" direction="horizontal" alignItems="center">
            <Due at={promise.due} />
            <Box fontWeight="bold">{promised[promise.kind]}</Box>
            <Box>
              promised by {moment(promise.due)} · {nameOf(promise.owner)} owes it
            </Box>
            {promise.due !== promise.firstDue && (
              <StatusIndicator type="error">First promised {moment(promise.firstDue)}</StatusIndicator>
            )}
          </SpaceBetween>
        ) : (
          <Box>
            <b>{stageWords[outcome ?? stage]}</b>
            {answeredAt !== undefined && `. The candidate was answered ${moment(answeredAt)}.`} Nothing is
            owed.
          </Box>
        )}
      </Container>
    </div>
  );
}
