/** The languages every message exists in. */
import * as z from 'zod';

export const locales = ['en', 'es', 'fr'] as const;
export const locale = z.enum(locales);
export type Locale = z.infer<typeof locale>;
