import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import Spinner from '@cloudscape-design/components/spinner';
import { useEffect, useMemo, useState } from 'react';
import { listPeople } from '../../domain/api/recruiter/people.ts';
import { caller } from './api/call.ts';
import { SignedIn } from './api/context.ts';
import type { Signed } from './api/context.ts';
import { Pages } from './pages.tsx';
import type { Opened } from './session/opening.ts';
import type { Me, Session } from './session/session.ts';
import { knowPeople } from './words/people.ts';

/** Waits for the sign-in, one for the life of the page, then shows the pages. */
export function App({ opening }: { opening: Promise<Opened> }) {
  const [opened, setOpened] = useState<Opened>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    opening.then(setOpened, setError);
  }, [opening]);
  return (
    <I18nProvider locale="en" messages={[messages]}>
      {error !== undefined ? (
        <NotSignedIn error={error} />
      ) : opened?.me ? (
        <WithSession session={opened.session} me={opened.me} />
      ) : (
        <Waiting />
      )}
    </I18nProvider>
  );
}

function WithSession({ session, me }: { session: Session; me: Me }) {
  const signed: Signed = useMemo(
    () => ({
      me,
      call: caller(() => session.token()),
      signIn: () => void session.signIn(),
      signOut: () => void session.signOut(),
    }),
    [session, me],
  );
  const { call } = signed;
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const begin = async () => {
      try {
        knowPeople((await call(listPeople, {})).people);
      } finally {
        // Without the directory people are called by their ids; whatever hindered it, the pages will tell.
        setReady(true);
      }
    };
    begin().catch(() => undefined);
  }, [call]);
  return <SignedIn value={signed}>{isReady ? <Pages /> : <Waiting />}</SignedIn>;
}

const Waiting = () => (
  <main className="boot">
    <Spinner size="large" /> Signing you in
  </main>
);

function NotSignedIn({ error }: { error: unknown }) {
  return (
    <main className="boot">
      <Alert
        type="error"
        header="You are not signed in"
        action={<Button onClick={() => location.reload()}>Try again</Button>}
      >
        {navigator.onLine ? String(error) : 'You are offline. Try again when you are back.'}
      </Alert>
    </main>
  );
}
