import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import type { InterviewPlan } from '../../../domain/interviews/interview.ts';
import { Refused } from '../api/problems.ts';
import { peopleOf, useJobs } from '../jobs/data.ts';
import { Failed } from '../shell/failed.tsx';
import { keep } from '../shell/kept.ts';
import { checkPlan } from './plan.ts';
import type { PlanDraft } from './plan.ts';
import { PlanFields } from './plan-fields.tsx';

const plans = keep<PlanDraft | undefined>(undefined);
const none: ReadonlyMap<string, string> = new Map();

interface PlanFormProps {
  /** What the plan is about: an application, or an interview that is moved. */
  readonly about: string;
  readonly jobId: string;
  readonly initial: PlanDraft;
  readonly action: string;
  readonly send: (plan: InterviewPlan) => Promise<void>;
  readonly onCancel?: () => void;
}

/** Arranges an interview; keeps what was written when it cannot be sent. */
export function PlanForm({ about, jobId, initial, action, send, onCancel }: PlanFormProps) {
  const people = peopleOf(useJobs().value?.jobs ?? [], jobId);
  const [kept, setKept] = plans.use(about);
  const draft = kept ?? initial;
  const [errors, setErrors] = useState(none);
  const [trouble, setTrouble] = useState<unknown>();
  const [isSending, setSending] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.size > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  async function submit() {
    setTrouble(undefined);
    setSending(true);
    try {
      const checked = await checkPlan(draft);
      setErrors('missing' in checked ? checked.missing : none);
      if ('missing' in checked) return;
      await send(checked.plan);
      plans.put(about, undefined);
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
          <SpaceBetween size="xs" direction="horizontal">
            {onCancel && (
              <Button formAction="none" variant="link" onClick={onCancel}>
                Leave it
              </Button>
            )}
            <Button variant="primary" formAction="submit" loading={isSending} loadingText="Sending">
              {action}
            </Button>
          </SpaceBetween>
        }
      >
        <div ref={body}>
          <SpaceBetween size="m">
            {trouble !== undefined && <Failed error={trouble} onRetry={() => void submit()} />}
            <PlanFields draft={draft} errors={errors} people={people} onChange={setKept} />
          </SpaceBetween>
        </div>
      </Form>
    </form>
  );
}
