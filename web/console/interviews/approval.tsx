import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import { approve } from '../../../domain/api/recruiter/interviews.ts';
import { approvedFeedback } from '../../../domain/feedback/approved-feedback.ts';
import { useSigned } from '../api/context.ts';
import { Refused } from '../api/problems.ts';
import type { ApplicationData, GateData } from '../application/data.ts';
import { Failed } from '../shell/failed.tsx';
import { keep } from '../shell/kept.ts';
import { FeedbackOf } from './feedback.tsx';
import { Sentences } from './sentences.tsx';

interface Text {
  readonly strengths: readonly string[];
  readonly improvements: readonly string[];
}

const texts = keep<Text>({ strengths: [''], improvements: [''] });
const none: ReadonlyMap<string, string> = new Map();

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
  const [errors, setErrors] = useState(none);
  const [trouble, setTrouble] = useState<unknown>();
  const [isSending, setSending] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.size > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  async function submit() {
    setTrouble(undefined);
    const checked = approvedFeedback.safeParse(text);
    if (!checked.success) {
      const places = checked.error.issues.map(({ path }) => path.join('.'));
      setErrors(new Map(places.map((place) => [place, 'Write one sentence, up to 400 characters.'])));
      return;
    }
    setErrors(none);
    setSending(true);
    try {
      const { applicationId } = data.application;
      await call(approve, {
        params: { applicationId, interviewId },
        body: { ...checked.data, expectedVersion: gate.version },
      });
      texts.put(interviewId, undefined);
      await onChange();
    } catch (error) {
      const fields = error instanceof Refused ? error.fields : none;
      setErrors(fields);
      if (fields.size === 0) setTrouble(error);
    } finally {
      setSending(false);
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Form
        errorText={errors.size > 0 ? 'Look at what is marked above; nothing was sent.' : undefined}
        actions={
          <Button variant="primary" formAction="submit" loading={isSending} loadingText="Sending">
            Approve and send
          </Button>
        }
      >
        <div ref={body}>
          <SpaceBetween size="m">
            {trouble !== undefined && <Failed error={trouble} onRetry={() => void submit()} />}
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
          </SpaceBetween>
        </div>
      </Form>
    </form>
  );
}
