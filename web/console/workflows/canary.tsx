import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { Canary } from '../../../domain/publishing/release.ts';
import { useSigned } from '../api/context.ts';
import { Failed } from '../shell/failed.tsx';
import { moment } from '../time/words.ts';

interface CanaryStateProps {
  readonly canary: Canary;
  readonly onChange: () => Promise<void>;
}

/** A release that some new applications try, and what may be done about it. */
export function CanaryState({ canary: { release, percent, until }, onChange }: CanaryStateProps) {
  const { call } = useSigned();
  const [trouble, setTrouble] = useState<unknown>();
  const [isSending, setSending] = useState(false);

  async function end(how: 'finishCanary' | 'stopCanary') {
    setSending(true);
    setTrouble(undefined);
    try {
      await call(adminApi[how], { params: { release } });
      await onChange();
    } catch (error) {
      setTrouble(error);
    } finally {
      setSending(false);
    }
  }

  return (
    <Alert
      type="info"
      header={`Release ${release} is a canary`}
      action={
        <SpaceBetween size="xs" direction="horizontal">
          <Button loading={isSending} onClick={() => void end('stopCanary')}>
            Take it back
          </Button>
          <Button loading={isSending} onClick={() => void end('finishCanary')}>
            Give it to all
          </Button>
        </SpaceBetween>
      }
    >
      {percent}% of new applications start on it; from {moment(until)} all of them do. The alarm for
      applications that need attention takes it back by itself.
      {trouble !== undefined && <Failed error={trouble} />}
    </Alert>
  );
}
