import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../messages/locale.ts';
import type { PromisePolicy } from '../../promises/promise-policy.ts';

interface Wording {
  readonly promise: (time: string) => string;
  readonly business: (time: string) => string;
}

const wording: Readonly<Record<Locale, Wording>> = {
  en: {
    promise: (time) => `You will know within ${time} whether you are shortlisted.`,
    business: (time) => `${time} of our opening time`,
  },
  es: {
    promise: (time) => `En ${time} sabrá si su candidatura pasa a entrevista.`,
    business: (time) => `${time} de nuestro horario laboral`,
  },
  fr: {
    promise: (time) => `Vous saurez sous ${time} si votre candidature est retenue pour un entretien.`,
    business: (time) => `${time} de nos heures d’ouverture`,
  },
};

const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

/** The shortlist promise in a sentence, for instance "You will know within 48 hours whether …". */
export function promiseInWords({ within, clock }: PromisePolicy, locale: Locale): string {
  const words = wording[locale];
  const time = inWords(within, locale);
  return words.promise(clock === 'business' ? words.business(time) : time);
}

/** An ISO 8601 duration as people say it: `PT48H` is "48 hours". */
function inWords(duration: string, locale: Locale): string {
  const parsed = Temporal.Duration.from(duration);
  const parts = units
    .map((unit) => ({ unit, amount: parsed[`${unit}s`] }))
    .filter(({ amount }) => amount !== 0)
    .map(({ unit, amount }) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount),
    );
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
