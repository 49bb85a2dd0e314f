import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { Failed } from '../shell/failed.tsx';
import { Verdicts } from '../workflows/verdicts.tsx';
import type { ServerProof } from './server-proof.ts';

/** Why something is published although the proof does not hold. */
export interface Force {
  readonly isWanted: boolean;
  readonly reason: string;
}

export const noForce: Force = { isWanted: false, reason: '' };

/** Whether the proof lets this be published, or somebody has said why it should be all the same. */
export const mayPublish = ({ proof }: ServerProof, { isWanted, reason }: Force): boolean =>
  proof?.holds === true || (proof?.status === 'done' && isWanted && reason.trim().length >= 10);

/** As the API takes it; nothing when the proof holds. */
export const forceOf = ({ proof }: ServerProof, { reason }: Force): { force?: { reason: string } } =>
  proof?.holds === true ? {} : { force: { reason: reason.trim() } };

interface ProofStateProps {
  readonly proved: ServerProof;
  readonly zone: string;
  readonly force: Force;
  readonly onForce: (force: Force) => void;
}

const nowhere = () => undefined;

/** How far the server's proof is; when it does not hold, why, and the way around it. */
export function ProofState({ proved: { proof, error, retry }, zone, force, onForce }: ProofStateProps) {
  return (
    <SpaceBetween size="s">
      <div role="status">
        {error !== undefined ? (
          <Failed error={error} onRetry={retry} />
        ) : proof?.status === 'failed' ? (
          <StatusIndicator type="error">It cannot be proved: {proof.failure}</StatusIndicator>
        ) : proof?.holds === true ? (
          <StatusIndicator type="success">Proved: every rule holds</StatusIndicator>
        ) : proof?.status === 'done' ? (
          <StatusIndicator type="error">The proof does not hold: candidates could be hurt</StatusIndicator>
        ) : (
          <StatusIndicator type="in-progress">
            The server proves that nobody is left in silence: about a minute
          </StatusIndicator>
        )}
      </div>
      {proof?.status === 'done' && proof.holds !== true && (
        <>
          {proof.result && (
            <Verdicts
              proof={{
                ...proof.result,
                verdicts: proof.result.verdicts.filter(({ verdict }) => verdict !== 'holds'),
              }}
              zone={zone}
              onStanding={nowhere}
            />
          )}
          <Checkbox
            checked={force.isWanted}
            onChange={({ detail }) => onForce({ ...force, isWanted: detail.checked })}
          >
            Publish it all the same
          </Checkbox>
          {force.isWanted && (
            <FormField
              label="Why candidates are not hurt by it"
              description="It is kept with the version, under your name."
              constraintText="At least ten characters."
              stretch
            >
              <Textarea
                value={force.reason}
                onChange={({ detail }) => onForce({ ...force, reason: detail.value })}
              />
            </FormField>
          )}
        </>
      )}
      {proof?.status === 'failed' && <Box>Nothing was published.</Box>}
    </SpaceBetween>
  );
}
