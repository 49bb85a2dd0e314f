import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { askedAbout } from '../../../domain/feedback/asked.ts';
import type { ApplicationData, InterviewData } from '../application/data.ts';
import { moment } from '../time/words.ts';
import { nameOf } from '../words/people.ts';

type FeedbackData = ApplicationData['feedback'][number];

const ratingWords = {
  'not-shown': 'Not shown',
  partly: 'Partly',
  clearly: 'Clearly',
  strongly: 'Strongly',
} as const;

/** What each interviewer has written; a draft is theirs until they give it. */
export function FeedbackOf({ interview, data }: { interview: InterviewData; data: ApplicationData }) {
  return (
    <SpaceBetween size="m">
      {askedAbout(interview, data.gates, data.feedback).map((interviewer) => {
        const given = data.feedback.find(
          (one) =>
            one.interviewId === interview.interviewId &&
            one.interviewer === interviewer &&
            one.givenAt !== undefined,
        );
        return given ? (
          <Given key={interviewer} feedback={given} criteria={data.criteria} />
        ) : (
          <StatusIndicator key={interviewer} type="pending">
            {nameOf(interviewer)} has given no feedback yet
          </StatusIndicator>
        );
      })}
    </SpaceBetween>
  );
}

function Given({ feedback, criteria }: { feedback: FeedbackData } & Pick<ApplicationData, 'criteria'>) {
  const { interviewer, givenAt, ratings = [], wentWell, toImprove, forCandidate } = feedback;
  const textOf = (id: string) => criteria.find((one) => one.id === id)?.text ?? id;
  return (
    <ExpandableSection
      defaultExpanded
      headerText={nameOf(interviewer)}
      {...(givenAt !== undefined && { headerDescription: `Given ${moment(givenAt)}` })}
    >
      <SpaceBetween size="s">
        {ratings.map(({ criterion, rating }) => (
          <div key={criterion}>
            {textOf(criterion)}: <b>{ratingWords[rating]}</b>
          </div>
        ))}
        <Said label="What went well" text={wentWell} />
        <Said label="What to improve" text={toImprove} />
        <Said label="The candidate may be told" text={forCandidate} />
      </SpaceBetween>
    </ExpandableSection>
  );
}

function Said({ label, text }: { label: string; text: string | undefined }) {
  if (text === undefined) return undefined;
  return (
    <div>
      <Box variant="awsui-key-label">{label}</Box>
      <div className="words">{text}</div>
    </div>
  );
}
