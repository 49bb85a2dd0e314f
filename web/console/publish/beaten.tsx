import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Refused } from '../api/problems.ts';
import { Failed } from '../shell/failed.tsx';
import { useNow } from '../time/clock.ts';
import { ago } from '../time/words.ts';
import { nameOf } from '../words/people.ts';

interface BeatenProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Shows what the other has changed. */
  readonly onLook?: () => void;
  /** Goes on with one's own edit, now that one knows. */
  readonly onKeep?: () => void;
}

/** Why something was not published: somebody else was quicker, or something else is wrong. */
export function Beaten({ error, onRetry, onLook, onKeep }: BeatenProps) {
  const now = useNow();
  const refused = error instanceof Refused ? error : undefined;
  const changes = refused?.problem?.changes ?? [];
  if (refused?.status !== 412 || changes.length === 0) {
    const fields = [...(refused?.fields ?? [])];
    return (
      <>
        <Failed error={error} onRetry={onRetry} />
        {fields.length > 0 && (
          <ul>
            {fields.map(([field, message]) => (
              <li key={field}>
                <code>{field}</code>: {message}
              </li>
            ))}
          </ul>
        )}
      </>
    );
  }
  return (
    <div role="alert">
      <Alert
        type="warning"
        header="Somebody was quicker"
        action={
          <SpaceBetween size="xs" direction="horizontal">
            {onLook && <Button onClick={onLook}>See what changed</Button>}
            {onKeep && <Button onClick={onKeep}>Keep editing</Button>}
          </SpaceBetween>
        }
      >
        {changes.map(({ what, revision, author, at, note, difference }) => (
          <p key={`${what}.${revision}`}>
            {nameOf(author)} published {what}
            {at !== undefined && ` ${ago(at, now)}`}: {note} ({difference})
          </p>
        ))}
        Nothing of yours is lost.
      </Alert>
    </div>
  );
}
