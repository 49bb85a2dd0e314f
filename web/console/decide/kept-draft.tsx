import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { GateData } from '../application/data.ts';
import { useNow } from '../time/clock.ts';
import { outcomeWords } from '../words/gates.ts';
import { reasonWords } from '../words/reasons.ts';
import { beatenWords } from './beaten.ts';
import { draftKey, drafts } from './draft.ts';

interface KeptDraftProps {
  readonly applicationId: string;
  readonly gate: GateData;
  readonly candidateName: string;
}

/** Somebody was first: what was written here was not sent, and is kept until it is thrown away. */
export function KeptDraft({ applicationId, gate, candidateName }: KeptDraftProps) {
  const now = useNow();
  const key = draftKey(applicationId, gate.gateId);
  const [{ outcome, reasons, strength, note }] = drafts.use(key);
  if (outcome === undefined && note === '') return undefined;
  const { decision, closedAt } = gate;
  const first = { outcome: gate.outcome, by: decision?.by, at: decision?.at ?? closedAt };
  return (
    <div role="alert">
      <Alert
        type="warning"
        header={beatenWords(first, candidateName, now)}
        action={<Button onClick={() => drafts.put(key, undefined)}>Discard mine</Button>}
      >
        Yours was not sent. What you wrote:
        <ul>
          {outcome !== undefined && <li>{outcomeWords[outcome]}</li>}
          {reasons.map(({ code, details }) => (
            <li key={code}>
              {reasonWords[code].label}: {Object.values(details).join(' / ')}
            </li>
          ))}
          {strength !== '' && <li>{strength}</li>}
          {note !== '' && <li>{note}</li>}
        </ul>
      </Alert>
    </div>
  );
}
