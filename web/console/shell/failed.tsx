import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useSigned } from '../api/context.ts';
import { Outdated, Refused, Unreachable } from '../api/problems.ts';
import { SignedOut } from '../session/session.ts';

interface Trouble {
  readonly header: string;
  readonly text: string;
  readonly action: 'retry' | 'sign-in' | 'reload' | undefined;
}

/** What went wrong and what helps, in words. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof SignedOut || (error instanceof Refused && error.status === 401))
    return {
      header: 'You are signed out',
      text: 'Your session has ended. Copy what you have not sent yet, then sign in again.',
      action: 'sign-in',
    };
  if (error instanceof Unreachable)
    return navigator.onLine
      ? {
          header: 'No answer',
          text: 'Hearback cannot be reached. Nothing is lost; try again.',
          action: 'retry',
        }
      : { header: 'You are offline', text: 'Nothing is lost. Try again when you are back.', action: 'retry' };
  if (error instanceof Outdated)
    return {
      header: 'This page is out of date',
      text: 'Hearback was updated while you worked. Load the page again.',
      action: 'reload',
    };
  if (error instanceof Refused && error.status === 403)
    return { header: 'Not yours to see', text: `You may not do this: ${error.message}.`, action: undefined };
  if (error instanceof Refused && error.status === 404)
    return {
      header: 'Not there',
      text: 'It does not exist, or was erased at the candidate’s request.',
      action: undefined,
    };
  if (error instanceof Refused)
    return {
      header: error.status >= 500 ? 'Something broke on our side' : 'Not possible now',
      text: `${error.message}.${error.problem ? ` Reference ${error.problem.instance}.` : ''}`,
      action: 'retry',
    };
  return { header: 'Something broke on this page', text: String(error), action: 'reload' };
}

/** Tells of an error, with the one thing that helps. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { signIn } = useSigned();
  const { header, text, action } = troubleOf(error);
  const button =
    action === 'sign-in' ? (
      <Button onClick={signIn}>Sign in</Button>
    ) : action === 'reload' ? (
      <Button onClick={() => location.reload()}>Load again</Button>
    ) : action === 'retry' && onRetry ? (
      <Button onClick={onRetry}>Try again</Button>
    ) : undefined;
  return (
    <div role="alert">
      <Alert type="error" header={header} action={button}>
        {text}
      </Alert>
    </div>
  );
}
