import Alert from '@cloudscape-design/components/alert';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { handOver } from '../../../domain/api/recruiter/hand-over.ts';
import { useSigned } from '../api/context.ts';
import { isConflict } from '../api/problems.ts';
import { First } from '../shell/primary.tsx';
import { SentForm } from '../shell/sent-form.tsx';
import { useSubmission } from '../shell/submission.ts';
import { nameOf, usePeople } from '../words/people.ts';
import type { GateData } from './data.ts';

interface HandOverProps {
  readonly applicationId: string;
  readonly gate: GateData;
  readonly onChange: () => Promise<void>;
}

/** Who may take it, and what they and the candidate notice. */
function consequenceOf({ kind }: GateData): string {
  if (kind === 'feedback')
    return 'You, or somebody else who was there: a mail brings them their own link to the form.';
  if (kind === 'approval')
    return 'Somebody whom a job names as its lead. They are told by mail, and no date moves.';
  if (kind === 'question')
    return 'Somebody whom a job names as its recruiter or backup. They are told by mail, and no date moves.';
  return 'Somebody who can sign in here. They are told by mail, the candidate sees their name, and no date moves.';
}

/** Gives what the application waits for to a colleague, or to whoever looks at it. */
export function HandOver({ gate, ...props }: HandOverProps) {
  const [taken, setTaken] = useState<string>();
  return (
    <SpaceBetween size="xs">
      <div role="status">
        {taken === gate.owner && (
          <Alert type="success">{nameOf(taken)} has it now, and is told by mail.</Alert>
        )}
      </div>
      <ExpandableSection headerText={`With ${nameOf(gate.owner)}: hand over`}>
        <First isFirst={false}>
          <HandOverForm gate={gate} {...props} onTaken={setTaken} />
        </First>
      </ExpandableSection>
    </SpaceBetween>
  );
}

function HandOverForm({
  applicationId,
  gate,
  onChange,
  onTaken,
}: HandOverProps & { onTaken: (owner: string) => void }) {
  const { call, me } = useSigned();
  const [owner, setOwner] = useState<string>();
  const people = usePeople().filter(({ id }) => id !== gate.owner);
  const options = [
    ...people.filter(({ id }) => id === me.id),
    ...people.filter(({ id }) => id !== me.id),
  ].map(({ id, name, role }) => ({
    value: id,
    label: id === me.id ? `${name} (you)` : name,
    description: role,
  }));
  const submission = useSubmission({
    check: () =>
      owner === undefined
        ? { missing: new Map([['owner', 'Choose a colleague.']]) }
        : { value: { owner, expectedVersion: gate.version } },
    send: async (body) => {
      try {
        await call(handOver, { params: { applicationId, gateId: gate.gateId }, body });
      } catch (error) {
        // Somebody was first: the page then shows with whom it is.
        if (isConflict(error)) await onChange();
        throw error;
      }
      setOwner(undefined);
      onTaken(body.owner);
      await onChange();
    },
  });
  return (
    <SentForm submission={submission} action="Hand over">
      <FormField label="To" description={consequenceOf(gate)} errorText={submission.errors.get('owner')}>
        <Select
          selectedOption={options.find(({ value }) => value === owner) ?? null}
          options={options}
          placeholder="Choose a colleague"
          filteringType="auto"
          filteringAriaLabel="Find a colleague"
          empty="Nobody else is in the settings."
          onChange={({ detail }) => setOwner(detail.selectedOption.value)}
        />
      </FormField>
    </SentForm>
  );
}
