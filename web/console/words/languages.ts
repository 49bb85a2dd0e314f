/** Languages as colleagues call them. */
export const languageNames = { en: 'English', es: 'Spanish', fr: 'French' } as const;
