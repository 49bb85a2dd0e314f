import { useCallback } from 'react';
import type * as z from 'zod';
import { adminApi } from '../../../domain/api/admin.ts';
import { locales } from '../../../domain/messages/locale.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';
import { keepDrafts } from '../publish/drafts.ts';

export type Listed = z.output<typeof adminApi.listTemplates.reply.body>;
export type Previewed = z.output<typeof adminApi.previewTemplate.reply.body>;
export type Sources = Readonly<Record<Locale, string>>;
type SourceKey = `${MessageName}/${Locale}`;

/** Texts while they are edited, as `<message>/<locale>`; their numbers are revisions of the templates. */
export const sourceDrafts = keepDrafts<SourceKey>();

/** Every message and the revision that is live. */
export function useTemplates(): Loaded<Listed> {
  const { call } = useSigned();
  return useLoaded(useCallback(() => call(adminApi.listTemplates, {}), [call]));
}

export interface LiveMessage {
  readonly live: Listed['live'];
  readonly sources: Sources;
}

/** The live texts of a message in every language. */
export function useLiveMessage(message: MessageName): Loaded<LiveMessage> {
  const { call } = useSigned();
  return useLoaded(
    useCallback(async () => {
      const read = async (locale: Locale) => {
        const params = { message, locale };
        return [locale, (await call(adminApi.readTemplate, { params, query: {} })).source] as const;
      };
      const [{ live }, ...read3] = await Promise.all([
        call(adminApi.listTemplates, {}),
        ...locales.map(read),
      ]);
      const byLocale = new Map(read3);
      const of = (locale: Locale) => byLocale.get(locale) ?? '';
      return { live, sources: { en: of('en'), es: of('es'), fr: of('fr') } };
    }, [call, message]),
  );
}
