import { previewDecision } from '../../../domain/api/recruiter/letters.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import { useSigned } from '../api/context.ts';
import { LetterPreview } from './letter-preview.tsx';

interface DecisionPreviewProps {
  readonly applicationId: string;
  readonly gateId: string;
  /** The decision as far as it is complete. */
  readonly decision: Decision | undefined;
}

/** The very letter that a decision would send, written anew as its reasons are. */
export function DecisionPreview({ applicationId, gateId, decision }: DecisionPreviewProps) {
  const { call } = useSigned();
  // A note is for colleagues: with another one the letter stays the same.
  return (
    <LetterPreview
      told={decision && { ...decision, note: undefined, gateId }}
      write={(body) => call(previewDecision, { params: { applicationId }, body })}
      until="It is written here once the decision is complete."
    />
  );
}
