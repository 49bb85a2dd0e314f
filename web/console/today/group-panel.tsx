import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SplitPanel from '@cloudscape-design/components/split-panel';
import { useEffect, useRef, useState } from 'react';
import type { WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import { useApplication } from '../application/data.ts';
import { check } from '../decide/check.ts';
import { groupCodes } from '../decide/choices.ts';
import { drafts } from '../decide/draft.ts';
import { Reasons } from '../decide/reasons.tsx';
import { DecisionPreview } from '../letters/decision-preview.tsx';
import { Failed } from '../shell/failed.tsx';
import { SentForm } from '../shell/sent-form.tsx';
import { useSubmission } from '../shell/submission.ts';
import { rowKey } from './queues.ts';
import { Loading } from '../shell/loading.tsx';

interface GroupPanelProps {
  /** Candidates of one job. */
  readonly rows: readonly WorklistRow[];
  readonly onDecline: (decision: Decision) => void;
  readonly onClose: () => void;
}

const candidates = (count: number): string => (count === 1 ? '1 candidate' : `${count} candidates`);

/**
 * Declines a group for the same reasons. Only what can be true of several people alike is offered: what one person
 * showed is told to that person alone.
 */
export function GroupPanel({ rows, onDecline, onClose }: GroupPanelProps) {
  const [first] = rows;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('input')?.focus(), []);
  if (first === undefined) return undefined;
  return (
    <SplitPanel
      header={`Decline ${candidates(rows.length)}: ${first.jobTitle}`}
      closeBehavior="hide"
      hidePreferencesButton
    >
      <div
        ref={place}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClose();
        }}
      >
        <GroupForm rows={rows} first={first} onDecline={onDecline} />
      </div>
    </SplitPanel>
  );
}

function GroupForm({ rows, first, onDecline }: Omit<GroupPanelProps, 'onClose'> & { first: WorklistRow }) {
  const [draft, setDraft] = drafts.use(`group ${first.jobId}`);
  const [shown, setShown] = useState(first);
  const { value, error, reload } = useApplication(shown.applicationId);
  const whole = { ...draft, outcome: 'declined' } as const;
  const checked = check(whole, 'shortlist');
  const submission = useSubmission({
    check: () => checked,
    send: (decision) => {
      onDecline(decision);
      drafts.put(`group ${first.jobId}`, undefined);
      return Promise.resolve();
    },
  });
  if (value === undefined)
    return error === undefined ? <Loading /> : <Failed error={error} onRetry={() => void reload()} />;
  const options = rows.map((row) => ({ value: rowKey(row), label: row.candidateName }));
  return (
    <SentForm submission={submission} action={`Decline ${candidates(rows.length)}`}>
      <Box>
        Each gets a message of their own, and each decision can be undone by itself:{' '}
        {rows.map(({ candidateName }) => candidateName).join(', ')}.
      </Box>
      <Reasons
        codes={groupCodes}
        reasons={draft.reasons}
        criteria={value.criteria.map(({ text }) => text)}
        locale={value.application.locale}
        errors={submission.errors}
        onChange={(reasons) => setDraft({ ...draft, reasons })}
      />
      {rows.length > 1 && (
        <FormField label="Show the message to">
          <Select
            selectedOption={{ value: rowKey(shown), label: shown.candidateName }}
            options={options}
            onChange={({ detail }) =>
              setShown(rows.find((row) => rowKey(row) === detail.selectedOption.value) ?? shown)
            }
          />
        </FormField>
      )}
      {shown.gateId !== undefined && (
        <DecisionPreview
          key={rowKey(shown)}
          applicationId={shown.applicationId}
          gateId={shown.gateId}
          decision={'value' in checked ? checked.value : undefined}
        />
      )}
    </SentForm>
  );
}
