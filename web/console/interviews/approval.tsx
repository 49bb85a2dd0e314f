import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Grid from '@cloudscape-design/components/grid';
import { approve } from '../../../domain/api/recruiter/interviews.ts';
import { previewFeedback } from '../../../domain/api/recruiter/letters.ts';
import { approvedFeedback } from '../../../domain/feedback/approved-feedback.ts';
import type { ApprovedFeedback } from '../../../domain/feedback/approved-feedback.ts';
import { useSigned } from '../api/context.ts';
import type { ApplicationData, GateData } from '../application/data.ts';
import { LetterPreview } from '../letters/letter-preview.tsx';
import { keep } from '../shell/kept.ts';
import { SentForm } from '../shell/sent-form.tsx';
import { useSubmission } from '../shell/submission.ts';
import type { Checked } from '../shell/submission.ts';
import { FeedbackOf } from './feedback.tsx';
import { Sentences } from './sentences.tsx';

interface Text {
  readonly strengths: readonly string[];
  readonly improvements: readonly string[];
}

const texts = keep<Text>({ strengths: [''], improvements: [''] });

function checkText(text: Text): Checked<ApprovedFeedback> {
  const checked = approvedFeedback.safeParse(text);
  if (checked.success) return { value: checked.data };
  const places = checked.error.issues.map(({ path }) => path.join('.'));
  return { missing: new Map(places.map((place) => [place, 'Write one sentence, up to 400 characters.'])) };
}

interface ApprovalPanelProps {
  readonly data: ApplicationData;
  readonly gate: GateData;
  readonly onChange: () => Promise<void>;
}

/** Beside what the interviewers wrote, the text that the candidate reads; leads and admins approve it. */
export function ApprovalPanel({ data, gate, onChange }: ApprovalPanelProps) {
  const { me } = useSigned();
  const interview = data.interviews.find(({ interviewId }) => interviewId === gate.subject);
  if (interview === undefined) return 'The interview is gone.';
  return (
    <Grid gridDefinition={[{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }]}>
      <FeedbackOf interview={interview} data={data} />
      {me.isLead ? (
        <ApprovalForm data={data} gate={gate} interviewId={interview.interviewId} onChange={onChange} />
      ) : (
        <Alert type="info">A lead or an admin approves what the candidate reads.</Alert>
      )}
    </Grid>
  );
}

function ApprovalForm({ data, gate, interviewId, onChange }: ApprovalPanelProps & { interviewId: string }) {
  const { call } = useSigned();
  const [text, setText] = texts.use(interviewId);
  const { applicationId } = data.application;
  const checked = checkText(text);
  const submission = useSubmission({
    check: () => checked,
    send: async (body) => {
      await call(approve, {
        params: { applicationId, interviewId },
        body: { ...body, expectedVersion: gate.version },
      });
      texts.put(interviewId, undefined);
      await onChange();
    },
  });
  const { errors } = submission;

  return (
    <SentForm submission={submission} action="Approve and send">
      <Box variant="h3">What {data.application.candidate.name} reads</Box>
      <Sentences
        label="What went well"
        name="strengths"
        sentences={text.strengths}
        errors={errors}
        onChange={(strengths) => setText({ ...text, strengths })}
      />
      <Sentences
        label="What to work on"
        name="improvements"
        sentences={text.improvements}
        errors={errors}
        onChange={(improvements) => setText({ ...text, improvements })}
      />
      <LetterPreview
        told={'value' in checked ? checked.value : undefined}
        write={(body) => call(previewFeedback, { params: { applicationId, interviewId }, body })}
        until="It is written here once there is a sentence of each."
      />
    </SentForm>
  );
}
