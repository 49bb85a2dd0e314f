import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Failed } from '../shell/failed.tsx';
import type { Linted } from './edited.ts';
import type { Finding } from './worker/contract.ts';

interface FindingsProps {
  readonly linted: Linted;
  readonly onShow: (finding: Finding) => void;
}

export const errorsIn = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'error').length;

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What is wrong with a definition, where, and how to mend it. */
export function Findings({ linted: { findings, isStale, error }, onShow }: FindingsProps) {
  const errors = errorsIn(findings);
  const warnings = findings.length - errors;
  if (error !== undefined) return <Failed error={error} />;
  return (
    <SpaceBetween size="s">
      <div role="status">
        {isStale ? (
          <StatusIndicator type="in-progress">Looking</StatusIndicator>
        ) : errors > 0 ? (
          <StatusIndicator type="error">
            {counted(errors, 'error')}, {counted(warnings, 'warning')}
          </StatusIndicator>
        ) : warnings > 0 ? (
          <StatusIndicator type="warning">{counted(warnings, 'warning')}</StatusIndicator>
        ) : (
          <StatusIndicator type="success">Nothing is wrong with it</StatusIndicator>
        )}
      </div>
      {findings.length > 0 && (
        <ul className="findings">
          {findings.map((finding) => (
            <li key={JSON.stringify(finding)}>
              <StatusIndicator type={finding.severity === 'error' ? 'error' : 'warning'}>
                {finding.message}
              </StatusIndicator>
              <Box color="text-body-secondary">{finding.mend}</Box>
              <Button variant="inline-link" onClick={() => onShow(finding)}>
                {finding.state === undefined ? 'Show' : `Show “${finding.state}”`}, line {finding.line}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </SpaceBetween>
  );
}
