import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useCallback, useState } from 'react';
import { resumesApi } from '../../../domain/api/resumes.ts';
import type { ResumeState } from '../../../domain/files/resume-state.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded, useRefresh } from '../api/loaded.ts';
import { troubleOf } from '../shell/failed.tsx';

/** What is said instead of a link, and how grave it is. */
const told = {
  none: { type: 'stopped', text: 'None sent' },
  missing: { type: 'warning', text: 'Announced, and never arrived' },
  scanning: { type: 'in-progress', text: 'Being scanned for malware' },
  threat: { type: 'error', text: 'Malware found: nobody can open it' },
  disguised: { type: 'warning', text: 'Not what it calls itself: ask for another file' },
  unscannable: { type: 'warning', text: 'Cannot be scanned: ask for another file' },
} as const satisfies Record<Exclude<ResumeState, 'clean'>, { type: string; text: string }>;

/** The résumé: a link once it was scanned, and until then the truth about it. */
export function Resume({ applicationId }: { applicationId: string }) {
  const { call } = useSigned();
  const load = useCallback(
    () => call(resumesApi.readState, { params: { applicationId } }),
    [call, applicationId],
  );
  const { value, error, reload } = useLoaded(load);
  useRefresh(reload);
  if (value === undefined)
    return error === undefined ? (
      <StatusIndicator type="loading">Looking</StatusIndicator>
    ) : (
      <StatusIndicator type="error">{troubleOf(error).text}</StatusIndicator>
    );
  const { state } = value;
  if (state !== 'clean') return <StatusIndicator type={told[state].type}>{told[state].text}</StatusIndicator>;
  return <Download applicationId={applicationId} />;
}

function Download({ applicationId }: { applicationId: string }) {
  const { call } = useSigned();
  const [isOpening, setIsOpening] = useState(false);
  const [problem, setProblem] = useState<string>();
  const open = async (): Promise<void> => {
    setIsOpening(true);
    setProblem(undefined);
    try {
      // The address works for a minute, so it is asked for when it is needed; the file is saved, never shown here.
      location.assign((await call(resumesApi.open, { params: { applicationId } })).url);
    } catch (error) {
      setProblem(troubleOf(error).text);
    } finally {
      setIsOpening(false);
    }
  };
  return (
    <SpaceBetween size="xxs">
      <Button variant="inline-link" loading={isOpening} onClick={() => void open()}>
        Open résumé
      </Button>
      {problem !== undefined && (
        <div role="alert">
          <StatusIndicator type="error">{problem}</StatusIndicator>
        </div>
      )}
    </SpaceBetween>
  );
}
