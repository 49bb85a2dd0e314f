import type { interviewerApi } from '../../domain/api/interviewer.ts';
import type { FeedbackForm } from '../../domain/feedback/feedback.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import type * as z from 'zod';

export type Request = z.output<typeof interviewerApi.read.reply.body>;
export type Rating = FeedbackForm['ratings'][number]['rating'];
export const ratings = ['not-shown', 'partly', 'clearly', 'strongly'] as const satisfies readonly Rating[];
export const boxes = ['wentWell', 'toImprove', 'forCandidate'] as const;

/** What the interviewers' page says. */
export interface Words {
  readonly title: string;
  readonly loading: string;
  readonly about: (name: string, job: string) => string;
  readonly met: (when: string) => string;
  readonly due: (when: string) => string;
  readonly ratings: string;
  readonly rating: Readonly<Record<Rating, string>>;
  readonly boxes: Readonly<Record<(typeof boxes)[number], { readonly label: string; readonly hint: string }>>;
  readonly send: string;
  readonly sendAgain: string;
  readonly sending: string;
  readonly saved: (time: string) => string;
  readonly saving: string;
  readonly notSaved: string;
  readonly given: (time: string) => string;
  readonly givenMore: string;
  readonly changed: string;
  readonly error: string;
  readonly problems: (count: number) => string;
  readonly rateThis: string;
  readonly writeThis: string;
  readonly approved: string;
  readonly over: string;
  readonly linkTitle: string;
  readonly linkText: string;
  readonly unreachableTitle: string;
  readonly unreachableText: string;
  readonly tryAgain: string;
  readonly refused: string;
  readonly language: string;
  readonly skip: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Interview feedback',
    loading: 'One moment …',
    about: (name, job) => `${name}, ${job}`,
    met: (when) => `You met on ${when}. Two minutes are enough.`,
    due: (when) => `Please send it by ${when}.`,
    ratings: 'What did you see?',
    rating: { 'not-shown': 'Not shown', partly: 'Partly', clearly: 'Clearly', strongly: 'Strongly' },
    boxes: {
      wentWell: { label: 'What went well', hint: 'What they said or did. For the hiring team.' },
      toImprove: { label: 'What to improve', hint: 'With an example. For the hiring team.' },
      forCandidate: {
        label: 'What we may tell the candidate',
        hint: 'The candidate may read this. About the job, never about the person; a colleague approves the text.',
      },
    },
    send: 'Send feedback',
    sendAgain: 'Send the changes',
    sending: 'Sending …',
    saved: (time) => `Saved ${time}`,
    saving: 'Saving …',
    notSaved: 'Not saved yet: no connection. We keep trying; leave this page open.',
    given: (time) => `Thank you. Your feedback arrived at ${time}.`,
    givenMore: 'You can change it here until the text for the candidate is approved.',
    changed: 'You have changes that are not sent yet.',
    error: 'Error:',
    problems: (count) => (count === 1 ? 'One answer is missing' : `${count} answers are missing`),
    rateThis: 'Please choose one; “Not shown” is an answer too.',
    writeThis: 'Please write a sentence.',
    approved: 'The text for the candidate is approved, so this can no longer change. Thank you.',
    over: 'Feedback on this interview is no longer needed. Thank you.',
    linkTitle: 'This link does not open anything now',
    linkText: 'Open this page with the link from our mail, all of it. What you wrote is kept.',
    unreachableTitle: 'We could not be reached',
    unreachableText: 'What you wrote is kept. Please try again in a moment.',
    tryAgain: 'Try again',
    refused: 'This could not be taken. Please call the recruiter; what you wrote is still here.',
    language: 'Language',
    skip: 'Skip to the content',
  },
  es: {
    title: 'Comentarios de la entrevista',
    loading: 'Un momento…',
    about: (name, job) => `${name}, ${job}`,
    met: (when) => `Se vieron el ${when}. Bastan dos minutos.`,
    due: (when) => `Envíelo antes del ${when}.`,
    ratings: '¿Qué observó?',
    rating: { 'not-shown': 'No se vio', partly: 'En parte', clearly: 'Claramente', strongly: 'Con fuerza' },
    boxes: {
      wentWell: { label: 'Lo que fue bien', hint: 'Lo que dijo o hizo. Para el equipo de selección.' },
      toImprove: { label: 'Lo que puede mejorar', hint: 'Con un ejemplo. Para el equipo de selección.' },
      forCandidate: {
        label: 'Lo que podemos decir a quien se presenta',
        hint: 'Puede que la candidata o el candidato lo lea. Sobre el puesto, nunca sobre la persona; alguien del equipo aprueba el texto.',
      },
    },
    send: 'Enviar comentarios',
    sendAgain: 'Enviar los cambios',
    sending: 'Enviando…',
    saved: (time) => `Guardado a las ${time}`,
    saving: 'Guardando…',
    notSaved: 'Aún sin guardar: no hay conexión. Seguimos intentándolo; deje esta página abierta.',
    given: (time) => `Gracias. Sus comentarios llegaron a las ${time}.`,
    givenMore: 'Puede cambiarlos aquí hasta que se apruebe el texto.',
    changed: 'Tiene cambios sin enviar.',
    error: 'Error:',
    problems: (count) => (count === 1 ? 'Falta una respuesta' : `Faltan ${count} respuestas`),
    rateThis: 'Elija una opción; «No se vio» también es una respuesta.',
    writeThis: 'Escriba una frase.',
    approved: 'El texto ya está aprobado y esto no puede cambiar. Gracias.',
    over: 'Ya no hacen falta comentarios sobre esta entrevista. Gracias.',
    linkTitle: 'Este enlace no abre nada ahora',
    linkText: 'Abra esta página con el enlace completo de nuestro correo. Lo que escribió se conserva.',
    unreachableTitle: 'No hemos podido conectar',
    unreachableText: 'Lo que escribió se conserva. Inténtelo de nuevo en un momento.',
    tryAgain: 'Intentarlo de nuevo',
    refused: 'No se ha podido recibir. Llame a quien lleva la selección; lo escrito sigue aquí.',
    language: 'Idioma',
    skip: 'Ir al contenido',
  },
  fr: {
    title: 'Retour d’entretien',
    loading: 'Un instant…',
    about: (name, job) => `${name}, ${job}`,
    met: (when) => `Vous vous êtes vus le ${when}. Deux minutes suffisent.`,
    due: (when) => `Merci de l’envoyer avant le ${when}.`,
    ratings: 'Qu’avez-vous vu\u00a0?',
    rating: { 'not-shown': 'Pas montré', partly: 'En partie', clearly: 'Clairement', strongly: 'Fortement' },
    boxes: {
      wentWell: {
        label: 'Ce qui s’est bien passé',
        hint: 'Ce qui a été dit ou fait. Pour l’équipe de recrutement.',
      },
      toImprove: { label: 'Ce qui est à améliorer', hint: 'Avec un exemple. Pour l’équipe de recrutement.' },
      forCandidate: {
        label: 'Ce que nous pouvons dire à la personne reçue',
        hint: 'La personne reçue lira peut-être ceci. Sur le poste, jamais sur elle\u00a0; un collègue approuve le texte.',
      },
    },
    send: 'Envoyer le retour',
    sendAgain: 'Envoyer les changements',
    sending: 'Envoi…',
    saved: (time) => `Enregistré à ${time}`,
    saving: 'Enregistrement…',
    notSaved:
      'Pas encore enregistré\u00a0: pas de connexion. Nous réessayons\u00a0; laissez cette page ouverte.',
    given: (time) => `Merci. Votre retour est arrivé à ${time}.`,
    givenMore: 'Vous pouvez le changer ici tant que le texte n’est pas approuvé.',
    changed: 'Des changements ne sont pas encore envoyés.',
    error: 'Erreur\u00a0:',
    problems: (count) => (count === 1 ? 'Il manque une réponse' : `Il manque ${count} réponses`),
    rateThis: 'Merci de choisir\u00a0; «\u00a0Pas montré\u00a0» est aussi une réponse.',
    writeThis: 'Merci d’écrire une phrase.',
    approved: 'Le texte est approuvé\u00a0: ceci ne change plus. Merci.',
    over: 'Un retour sur cet entretien n’est plus nécessaire. Merci.',
    linkTitle: 'Ce lien n’ouvre rien pour l’instant',
    linkText: 'Ouvrez cette page avec le lien complet de notre e-mail. Ce que vous avez écrit est conservé.',
    unreachableTitle: 'Nous sommes injoignables',
    unreachableText: 'Ce que vous avez écrit est conservé. Merci de réessayer dans un moment.',
    tryAgain: 'Réessayer',
    refused: 'Ceci n’a pas pu être reçu. Appelez la personne qui recrute\u00a0; votre texte est toujours là.',
    language: 'Langue',
    skip: 'Aller au contenu',
  },
};
