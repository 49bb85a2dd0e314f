import Alert from '@cloudscape-design/components/alert';
import { Failed } from '../shell/failed.tsx';
import { EngineRefused, GivenUp } from './engine.ts';

/** Why nothing could be played or proved. */
export function EngineFailed({ error }: { error: unknown }) {
  if (error instanceof GivenUp) return null;
  if (!(error instanceof EngineRefused)) return <Failed error={error} />;
  return (
    <div role="alert">
      <Alert type="warning" header="It cannot be run as it is">
        {error.message}
      </Alert>
    </div>
  );
}
