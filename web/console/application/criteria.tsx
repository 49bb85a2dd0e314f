import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ApplicationData } from './data.ts';

const answers = new Map([
  [true, 'yes'],
  [false, 'no'],
]);

/** What the job asked and what the candidate answered. Nothing adds up to a score. */
export function Criteria({ criteria }: Pick<ApplicationData, 'criteria'>) {
  if (criteria.length === 0) return <Box color="text-body-secondary">This job publishes no criteria.</Box>;
  return (
    <SpaceBetween size="s">
      {criteria.map(({ id, text, question, answer, met }) => (
        <div key={id}>
          <Box fontWeight="bold">{text}</Box>
          <StatusIndicator type={met === true ? 'success' : met === false ? 'warning' : 'pending'}>
            {met === true ? 'Met' : met === false ? 'Not met' : 'Not answered'}
          </StatusIndicator>
          <Box color="text-body-secondary" fontSize="body-s">
            {question} {answer !== null && <b>Answered {answers.get(answer)}.</b>}
          </Box>
        </div>
      ))}
    </SpaceBetween>
  );
}
