import type { Locale } from '../../domain/messages/locale.ts';

/** What the survey's page says. */
export interface SurveyWords {
  readonly title: string;
  readonly loading: string;
  readonly question: (company: string) => string;
  readonly note: string;
  readonly least: string;
  readonly most: string;
  readonly word: string;
  readonly send: string;
  readonly sending: string;
  readonly choose: string;
  readonly error: string;
  readonly problems: (count: number) => string;
  readonly thanks: string;
  readonly thanksMore: string;
  readonly change: string;
  readonly tooEarly: string;
  readonly over: string;
  readonly linkTitle: string;
  readonly linkText: string;
  readonly unreachable: string;
  readonly tryAgain: string;
  readonly language: string;
  readonly skip: string;
}

export const surveyWords: Readonly<Record<Locale, SurveyWords>> = {
  en: {
    title: 'One question',
    loading: 'One moment …',
    question: (company) => `How likely are you to tell a friend to apply at ${company}?`,
    note: 'It is up to you, and changes nothing about your application.',
    least: '0 is not at all,',
    most: '10 is for certain.',
    word: 'Why? (optional)',
    send: 'Send my answer',
    sending: 'Sending …',
    choose: 'Please choose a number from 0 to 10.',
    error: 'Error:',
    problems: () => 'The number is missing',
    thanks: 'Thank you, we have your answer',
    thanksMore: 'You may change it for a while; the last one counts.',
    change: 'Change my answer',
    tooEarly: 'This question comes after our answer to you. Thank you for your patience.',
    over: 'The question about this application is closed. Thank you all the same.',
    linkTitle: 'This link does not open anything now',
    linkText: 'Open this page with the link from our latest mail, all of it.',
    unreachable: 'Not sent: we could not be reached. What you wrote is still here.',
    tryAgain: 'Try again',
    language: 'Language',
    skip: 'Skip to the content',
  },
  es: {
    title: 'Una pregunta',
    loading: 'Un momento…',
    question: (company) => `¿Recomendaría a una amistad presentarse a un puesto en ${company}?`,
    note: 'Es voluntario y no cambia nada de su candidatura.',
    least: '0: en absoluto;',
    most: '10: con toda seguridad.',
    word: '¿Por qué? (opcional)',
    send: 'Enviar mi respuesta',
    sending: 'Enviando…',
    choose: 'Elija un número del 0 al 10.',
    error: 'Error:',
    problems: () => 'Falta el número',
    thanks: 'Gracias, tenemos su respuesta',
    thanksMore: 'Puede cambiarla durante un tiempo; cuenta la última.',
    change: 'Cambiar mi respuesta',
    tooEarly: 'Esta pregunta llega después de nuestra respuesta. Gracias por su paciencia.',
    over: 'La pregunta sobre esta candidatura está cerrada. Gracias de todos modos.',
    linkTitle: 'Este enlace no abre nada ahora',
    linkText: 'Abra esta página con el enlace completo de nuestro último correo.',
    unreachable: 'No se ha enviado: no hemos podido conectar. Lo que escribió sigue aquí.',
    tryAgain: 'Intentarlo de nuevo',
    language: 'Idioma',
    skip: 'Ir al contenido',
  },
  fr: {
    title: 'Une question',
    loading: 'Un instant…',
    question: (company) => `Conseilleriez-vous à un proche de postuler chez ${company}\u00a0?`,
    note: 'C’est facultatif et ne change rien à votre candidature.',
    least: '0\u00a0: pas du tout\u00a0;',
    most: '10\u00a0: sans hésiter.',
    word: 'Pourquoi\u00a0? (facultatif)',
    send: 'Envoyer ma réponse',
    sending: 'Envoi…',
    choose: 'Merci de choisir un nombre de 0 à 10.',
    error: 'Erreur\u00a0:',
    problems: () => 'Il manque le nombre',
    thanks: 'Merci, nous avons votre réponse',
    thanksMore: 'Vous pouvez la changer pendant un temps\u00a0; la dernière compte.',
    change: 'Changer ma réponse',
    tooEarly: 'Cette question vient après notre réponse. Merci de votre patience.',
    over: 'La question sur cette candidature est close. Merci tout de même.',
    linkTitle: 'Ce lien n’ouvre rien pour l’instant',
    linkText: 'Ouvrez cette page avec le lien complet de notre dernier e-mail.',
    unreachable: 'Pas envoyé\u00a0: nous sommes injoignables. Ce que vous avez écrit est toujours là.',
    tryAgain: 'Réessayer',
    language: 'Langue',
    skip: 'Aller au contenu',
  },
};
