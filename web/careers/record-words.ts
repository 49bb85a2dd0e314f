import type { Locale } from '../../domain/messages/locale.ts';

interface RecordWords {
  readonly title: string;
  readonly promises: (part: string, n: string) => string;
  readonly acknowledged: (time: string) => string;
  readonly feedback: (part: string, n: string) => string;
  readonly score: (mean: string, n: string) => string;
  readonly note: string;
}

/** What the careers page says of the service record. */
export const recordWords: Readonly<Record<Locale, RecordWords>> = {
  en: {
    title: 'How we did',
    promises: (part, n) => `We kept ${part} of the ${n} dates we promised applicants.`,
    acknowledged: (time) => `95 of 100 applicants had our first answer within ${time}.`,
    feedback: (part, n) => `${part} of ${n} interviews were answered with feedback so far.`,
    score: (mean, n) => `${n} applicants rated how we treated them: ${mean} of 10.`,
    note: 'The last 90 days, counted automatically. We leave out what fewer than five people stand behind.',
  },
  es: {
    title: 'Cómo lo hicimos',
    promises: (part, n) => `Cumplimos ${part} de las ${n} fechas que prometimos a quienes se postularon.`,
    acknowledged: (time) => `95 de cada 100 personas tuvieron nuestra primera respuesta en ${time}.`,
    feedback: (part, n) => `${part} de ${n} entrevistas ya tienen nuestros comentarios.`,
    score: (mean, n) => `${n} personas valoraron cómo las tratamos: ${mean} de 10.`,
    note: 'Los últimos 90 días, contados de forma automática. Omitimos lo que se apoya en menos de cinco personas.',
  },
  fr: {
    title: 'Notre bilan',
    promises: (part, n) => `Nous avons tenu ${part} des ${n} dates promises aux personnes qui ont postulé.`,
    acknowledged: (time) => `95 personnes sur 100 ont eu notre première réponse en ${time}.`,
    feedback: (part, n) => `${part} entretiens sur ${n} ont déjà reçu un retour.`,
    score: (mean, n) => `${n} personnes ont noté notre accueil : ${mean} sur 10.`,
    note: 'Les 90 derniers jours, comptés automatiquement. Nous taisons ce qui repose sur moins de cinq personnes.',
  },
};
