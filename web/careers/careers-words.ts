import type { Locale } from '../../domain/messages/locale.ts';

/** What the sample careers site says. */
export interface CareersWords {
  readonly careers: string;
  readonly title: string;
  readonly lead: string;
  readonly promises: readonly (readonly [string, string])[];
  readonly jobs: string;
  readonly noJobs: string;
  readonly unreachable: string;
  readonly apply: string;
  readonly criteria: string;
  readonly criteriaNote: string;
  readonly allJobs: string;
  readonly noSuchJob: string;
  readonly forDevelopers: string;
  readonly language: string;
  readonly skip: string;
  readonly colophon: (company: string) => string;
}

export const careersWords: Readonly<Record<Locale, CareersWords>> = {
  en: {
    careers: 'Careers',
    title: 'Work with us, and hear back',
    lead: 'Everyone who applies gets an answer, on a date you know beforehand, from a person with a name.',
    promises: [
      ['In a minute', 'we tell you that your application arrived.'],
      ['In 48 hours', 'you know whether we invite you.'],
      ['After an interview', 'you get feedback that helps you, within five days.'],
    ],
    jobs: 'Open jobs',
    noJobs: 'We have no open jobs today. Please come back.',
    unreachable: 'The list may be out of date: we could not be reached just now.',
    apply: 'Apply',
    criteria: 'What the job needs',
    criteriaNote: 'We ask about these in the form, and about nothing else. A person reads every application.',
    allJobs: 'All jobs',
    noSuchJob: 'We have no such job, or it takes no more applications.',
    forDevelopers: 'Put this form on your own site',
    language: 'Language',
    skip: 'Skip to the content',
    colophon: (company) => `At ${company}, hearing back is a promise. Kept by Hearback.`,
  },
  es: {
    careers: 'Empleo',
    title: 'Trabaje con nosotros y tenga respuesta',
    lead: 'Cada persona que se presenta recibe una respuesta, en una fecha que conoce de antemano, de alguien con nombre.',
    promises: [
      ['En un minuto', 'le decimos que su candidatura ha llegado.'],
      ['En 48 horas', 'sabe si le invitamos a una entrevista.'],
      ['Tras una entrevista', 'recibe comentarios útiles, en cinco días.'],
    ],
    jobs: 'Puestos abiertos',
    noJobs: 'Hoy no tenemos puestos abiertos. Vuelva pronto.',
    unreachable: 'La lista puede no estar al día: no hemos podido conectar ahora.',
    apply: 'Presentarse',
    criteria: 'Lo que pide el puesto',
    criteriaNote: 'Se lo preguntamos en el formulario, y nada más. Una persona lee cada candidatura.',
    allJobs: 'Todos los puestos',
    noSuchJob: 'No tenemos ese puesto, o ya no admite candidaturas.',
    forDevelopers: 'Ponga este formulario en su sitio',
    language: 'Idioma',
    skip: 'Ir al contenido',
    colophon: (company) => `En ${company}, recibir respuesta es una promesa. La cumple Hearback.`,
  },
  fr: {
    careers: 'Emplois',
    title: 'Travaillez avec nous, et recevez une réponse',
    lead: 'Toute personne qui postule reçoit une réponse, à une date connue d’avance, de quelqu’un qui a un nom.',
    promises: [
      ['En une minute', 'nous vous disons que votre candidature est arrivée.'],
      ['En 48 heures', 'vous savez si nous vous invitons.'],
      ['Après un entretien', 'vous recevez un retour utile, sous cinq jours.'],
    ],
    jobs: 'Postes ouverts',
    noJobs: 'Aucun poste n’est ouvert aujourd’hui. Revenez bientôt.',
    unreachable: 'La liste n’est peut-être pas à jour\u00a0: nous sommes injoignables pour l’instant.',
    apply: 'Postuler',
    criteria: 'Ce que demande le poste',
    criteriaNote: 'Le formulaire pose ces questions, et rien d’autre. Une personne lit chaque candidature.',
    allJobs: 'Tous les postes',
    noSuchJob: 'Nous n’avons pas ce poste, ou il ne prend plus de candidatures.',
    forDevelopers: 'Mettez ce formulaire sur votre site',
    language: 'Langue',
    skip: 'Aller au contenu',
    colophon: (company) => `Chez ${company}, recevoir une réponse est une promesse. Hearback la tient.`,
  },
};
