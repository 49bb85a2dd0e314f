import type { InterviewPlan } from '../../../domain/interviews/interview.ts';
import { keep } from '../shell/kept.ts';
import { SentForm } from '../shell/sent-form.tsx';
import { useSubmission } from '../shell/submission.ts';
import { checkPlan } from './plan.ts';
import type { PlanDraft } from './plan.ts';
import { PlanFields } from './plan-fields.tsx';

const plans = keep<PlanDraft | undefined>(undefined);

interface PlanFormProps {
  /** What the plan is about: an application, or an interview that is moved. */
  readonly about: string;
  readonly initial: PlanDraft;
  readonly action: string;
  readonly send: (plan: InterviewPlan) => Promise<void>;
  readonly onCancel?: () => void;
}

/** Arranges an interview; keeps what was written when it cannot be sent. */
export function PlanForm({ about, initial, action, send, onCancel }: PlanFormProps) {
  const [kept, setKept] = plans.use(about);
  const draft = kept ?? initial;
  const submission = useSubmission({
    check: () => checkPlan(draft),
    send: async (plan) => {
      await send(plan);
      plans.put(about, undefined);
    },
  });
  return (
    <SentForm submission={submission} action={action} onCancel={onCancel}>
      <PlanFields draft={draft} errors={submission.errors} onChange={setKept} />
    </SentForm>
  );
}
