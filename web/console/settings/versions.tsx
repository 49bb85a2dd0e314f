import { useCallback } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import { RevisionList } from '../publish/revision-list.tsx';

interface SettingsVersionsProps {
  readonly live: number;
  readonly onChange: () => Promise<void>;
}

/** What was published of the settings, and the way back. */
export function SettingsVersions({ live, onChange }: SettingsVersionsProps) {
  const { call } = useSigned();
  const listed = useLoaded(
    // With another live revision the list is another one.
    useCallback(() => call(adminApi.listSettingsRevisions, {}), [call, live]),
  );
  return (
    <RevisionList
      listed={listed}
      live={live}
      staying="Applications under way keep the settings they started with; new ones get the old ones again, at once."
      restore={async (revision, note) => {
        await call(adminApi.restoreSettings, {
          params: { revision },
          headers: { 'if-match': `"${live}"` },
          body: { note },
        });
      }}
      onChange={onChange}
    />
  );
}
