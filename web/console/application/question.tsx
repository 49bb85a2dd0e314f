import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { previewAnswer } from '../../../domain/api/recruiter/letters.ts';
import { answer, called } from '../../../domain/api/recruiter/questions.ts';
import { useSigned } from '../api/context.ts';
import { Failed } from '../shell/failed.tsx';
import { LetterPreview } from '../letters/letter-preview.tsx';
import { Telephone } from '../shell/telephone.tsx';
import { useMainVariant } from '../shell/primary.tsx';
import { useSubmission } from '../shell/submission.ts';
import { moment } from '../time/words.ts';
import type { ApplicationData } from './data.ts';

type QuestionData = ApplicationData['questions'][number];

interface QuestionProps {
  readonly applicationId: string;
  readonly phone: string | undefined;
  readonly question: QuestionData;
  readonly onChange: () => Promise<void>;
}

/** What the candidate asked, and the two ways to settle it: an answer in writing, or a call. */
export function QuestionPanel(props: QuestionProps) {
  const { question } = props;
  const phone = question.phone ?? props.phone;
  return (
    <SpaceBetween size="m">
      <Box variant="small">Asked {moment(question.askedAt)}. For HR only.</Box>
      <div className="as-written">{question.text}</div>
      {question.window && (
        <Box variant="p">
          Call between {moment(question.window.from)} and {moment(question.window.to)}.
        </Box>
      )}
      {phone !== undefined && <Telephone number={phone} />}
      {question.wants === 'call' && <Called {...props} />}
      <Answer {...props} />
      {question.wants === 'answer' && <Called {...props} />}
    </SpaceBetween>
  );
}

function Answer({ applicationId, question, onChange }: QuestionProps) {
  const { call } = useSigned();
  const variant = useMainVariant();
  const [text, setText] = useState('');
  const { errors, fields, trouble, isSending, submit } = useSubmission({
    check: () =>
      text.trim() === ''
        ? { missing: new Map([['text', 'Write the answer.']]) }
        : { value: { text: text.trim(), expectedVersion: question.version } },
    send: async (body) => {
      await call(answer, { params: { applicationId, questionId: question.questionId }, body });
      await onChange();
    },
  });
  return (
    <div ref={fields}>
      <SpaceBetween size="s">
        {trouble !== undefined && <Failed error={trouble} onRetry={() => void onChange()} />}
        <FormField
          label="Answer"
          description="Goes out at once, as an e-mail in the candidate’s language; your text is sent as it is."
          errorText={errors.get('text')}
          stretch
        >
          <Textarea rows={5} value={text} onChange={({ detail }) => setText(detail.value)} />
        </FormField>
        {(question.wants === 'answer' || text.trim() !== '') && (
          <LetterPreview
            title="The message with your answer"
            told={text.trim() === '' ? undefined : { text: text.trim() }}
            write={(body) =>
              call(previewAnswer, { params: { applicationId, questionId: question.questionId }, body })
            }
            until="It is written here as you write."
          />
        )}
        <Button
          variant={question.wants === 'answer' ? variant : 'normal'}
          loading={isSending}
          onClick={submit}
        >
          Send answer
        </Button>
      </SpaceBetween>
    </div>
  );
}

function Called({ applicationId, question, onChange }: QuestionProps) {
  const { call } = useSigned();
  const variant = useMainVariant();
  const [note, setNote] = useState('');
  const { trouble, isSending, submit } = useSubmission({
    check: () => ({
      value: { expectedVersion: question.version, ...(note.trim() !== '' && { note: note.trim() }) },
    }),
    send: async (body) => {
      await call(called, { params: { applicationId, questionId: question.questionId }, body });
      await onChange();
    },
  });
  return (
    <SpaceBetween size="s">
      {trouble !== undefined && <Failed error={trouble} onRetry={() => void onChange()} />}
      <FormField label="What was said on the phone (optional)" description="For colleagues." stretch>
        <Textarea rows={2} value={note} onChange={({ detail }) => setNote(detail.value)} />
      </FormField>
      <Button variant={question.wants === 'call' ? variant : 'normal'} loading={isSending} onClick={submit}>
        I called
      </Button>
    </SpaceBetween>
  );
}
