import { useCallback } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import { RevisionList } from '../publish/revision-list.tsx';
import type { Listed } from './data.ts';

interface RevisionsProps {
  readonly live: Listed['live'];
  readonly onChange: () => Promise<void>;
}

/** What was published of the messages, and the way back. */
export function Revisions({ live, onChange }: RevisionsProps) {
  const { call } = useSigned();
  const listed = useLoaded(
    // With another live revision the list is another one.
    useCallback(() => call(adminApi.listTemplateRevisions, {}), [call, live.revision]),
  );
  return (
    <RevisionList
      listed={listed}
      live={live.revision}
      staying="Applications under way keep the texts they have; new ones get the old texts again, at once."
      restore={async (revision, note) => {
        await call(adminApi.restoreTemplates, {
          params: { revision },
          headers: { 'if-match': `"${live.revision}"` },
          body: { note },
        });
      }}
      onChange={onChange}
    />
  );
}
