import Alert from '@cloudscape-design/components/alert';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import Tiles from '@cloudscape-design/components/tiles';
import { useState } from 'react';
import type { GateKind } from '../../../domain/application/gate.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { useSigned } from '../api/context.ts';
import { DecisionPreview } from '../letters/decision-preview.tsx';
import { SentForm } from '../shell/sent-form.tsx';
import { useSubmission } from '../shell/submission.ts';
import { check } from './check.ts';
import { draftKey, drafts } from './draft.ts';
import type { Draft } from './draft.ts';
import { choicesOf, codesOf } from './choices.ts';
import { Reasons } from './reasons.tsx';
import { sendDecision } from './send.ts';
import type { Answer, Target } from './send.ts';

interface DecisionFormProps {
  readonly target: Target;
  readonly kind: GateKind;
  readonly criteria: readonly string[];
  readonly locale: Locale;
  /** Told what became of it: the application is to be fetched again. */
  readonly onAnswer: (answer: Answer) => void;
}

/** Decides what an application waits for. What is written stays until it is sent or thrown away. */
export function DecisionForm({ target, kind, criteria, locale, onAnswer }: DecisionFormProps) {
  const { call } = useSigned();
  const key = draftKey(target.applicationId, target.gateId);
  const [draft, setDraft] = drafts.use(key);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const [answer, setAnswer] = useState<Answer>();
  const version = answer?.kind === 'pending' ? answer.version : target.version;
  const checked = check(draft, kind);
  const submission = useSubmission({
    check: () => checked,
    send: async (decision) => {
      const came = await sendDecision(call, { ...target, version }, decision);
      setAnswer(came);
      if (came.kind === 'held') drafts.put(key, undefined);
      onAnswer(came);
    },
  });
  const { errors } = submission;

  const choices = choicesOf(kind);
  return (
    <SentForm submission={submission} action="Send decision">
      {answer?.kind === 'pending' && (
        <div role="alert">
          <Alert type="warning" header="It has changed meanwhile">
            Nobody has decided yet, but the date was moved, or it was handed over, while you wrote. Your text
            is kept: send it again.
          </Alert>
        </div>
      )}
      <FormField label="Your decision" errorText={errors.get('outcome')} stretch>
        <Tiles
          value={draft.outcome ?? null}
          onChange={({ detail }) =>
            change({ outcome: choices.find(({ value }) => value === detail.value)?.value })
          }
          items={choices.map(({ value, label, description }) => ({ value, label, description }))}
          columns={1}
        />
      </FormField>
      {draft.outcome === 'declined' && (
        <Reasons
          codes={codesOf(kind)}
          reasons={draft.reasons}
          criteria={criteria}
          locale={locale}
          errors={errors}
          onChange={(reasons) => change({ reasons })}
        />
      )}
      {draft.outcome === 'declined' && kind === 'next-step' && (
        <FormField
          label="One thing that went well"
          description="The candidate reads it first."
          errorText={errors.get('strength')}
          stretch
        >
          <Input
            autoComplete={false}
            value={draft.strength}
            onChange={({ detail }) => change({ strength: detail.value })}
            placeholder="You asked the customer three questions before you suggested a plant."
          />
        </FormField>
      )}
      <DecisionPreview
        applicationId={target.applicationId}
        gateId={target.gateId}
        decision={'value' in checked ? checked.value : undefined}
      />
      <ExpandableSection headerText="Note for colleagues (optional)">
        <FormField
          label="Note"
          description="Never shown to the candidate."
          errorText={errors.get('note')}
          stretch
        >
          <Textarea
            autoComplete={false}
            value={draft.note}
            onChange={({ detail }) => change({ note: detail.value })}
            rows={3}
          />
        </FormField>
      </ExpandableSection>
    </SentForm>
  );
}
