import { useCallback, useMemo } from 'react';
import type * as z from 'zod';
import { adminApi } from '../../../domain/api/admin.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';
import { keepDrafts } from '../publish/drafts.ts';
import { readSettings, textOf } from './read.ts';
import type { Read } from './read.ts';

export type LiveSettings = z.output<typeof adminApi.readSettings.reply.body>;

/** The settings while they are edited, as text: the form and the editor write the same. */
export const settingsDraft = keepDrafts<'settings'>();

/** The live settings. */
export function useLiveSettings(): Loaded<LiveSettings> {
  const { call } = useSigned();
  return useLoaded(useCallback(() => call(adminApi.readSettings, { query: {} }), [call]));
}

/** The draft as far as it makes sense, read again at each change. */
export function useDraft(live: LiveSettings): Read {
  const drafts = settingsDraft.use();
  const text = drafts.get('settings')?.text ?? textOf(live.settings);
  return useMemo(() => readSettings(text, live.settings), [text, live]);
}

/** The settings as they are edited and not published; undefined without an edit, or while it makes no sense. */
export function useUnpublished(): Settings | undefined {
  const text = settingsDraft.use().get('settings')?.text;
  return useMemo(() => (text === undefined ? undefined : readSettings(text).settings), [text]);
}
