import type { Locale } from '../../domain/messages/locale.ts';

/** What the candidate's page says about questions and calls. */
export interface QuestionWords {
  readonly title: string;
  readonly note: string;
  readonly question: string;
  readonly how: string;
  readonly wants: Readonly<Record<'answer' | 'call', string>>;
  readonly phone: string;
  readonly window: string;
  readonly noWindow: string;
  readonly send: string;
  readonly sending: string;
  readonly missing: string;
  readonly notPhone: string;
  readonly gone: string;
  readonly enough: string;
  readonly notSent: string;
  readonly asked: (when: string) => string;
  readonly answersBy: (name: string, when: string) => string;
  readonly callsIn: (name: string, window: string) => string;
  readonly late: (was: string) => string;
  readonly answered: (name: string) => string;
  readonly called: (name: string) => string;
  readonly released: (name: string) => string;
  readonly withdrawn: string;
}

export const questionWords: Readonly<Record<Locale, QuestionWords>> = {
  en: {
    title: 'Ask us, or book a call',
    note: 'A person answers, by a date that you are told at once. Only HR reads what you write.',
    question: 'Your question',
    how: 'How shall we answer?',
    wants: { answer: 'By e-mail', call: 'Call me' },
    phone: 'Telephone number',
    window: 'When shall we call? (your time)',
    noWindow: 'No call can be booked just now. Ask for an answer by e-mail.',
    send: 'Send question',
    sending: 'Sending …',
    missing: 'Please write your question.',
    notPhone: 'Please give a telephone number.',
    gone: 'That time is no longer free. Please choose another one.',
    enough: 'Three of your questions are open. You can ask again when one of them is answered.',
    notSent: 'Not sent: we could not be reached. Nothing is lost; please try again.',
    asked: (when) => `You asked on ${when}`,
    answersBy: (name, when) => `${name} answers by ${when}`,
    callsIn: (name, window) => `${name} calls you: ${window}`,
    late: (was) => `We said ${was}. We are late, and sorry. Here is the new date.`,
    answered: (name) => `${name} answered:`,
    called: (name) => `${name} called you.`,
    released: (name) => `We did not answer, and are sorry. ${name} owes you an answer.`,
    withdrawn: 'Over, as you withdrew your application.',
  },
  es: {
    title: 'Pregúntenos o reserve una llamada',
    note: 'Responde una persona, a más tardar en una fecha que le decimos enseguida. Solo Recursos Humanos lee lo que escribe.',
    question: 'Su pregunta',
    how: '¿Cómo le respondemos?',
    wants: { answer: 'Por correo', call: 'Llámenme' },
    phone: 'Número de teléfono',
    window: '¿Cuándo le llamamos? (su hora)',
    noWindow: 'Ahora no se puede reservar ninguna llamada. Pida una respuesta por correo.',
    send: 'Enviar la pregunta',
    sending: 'Enviando…',
    missing: 'Escriba su pregunta.',
    notPhone: 'Escriba un número de teléfono.',
    gone: 'Esa hora ya no está libre. Elija otra.',
    enough: 'Tiene tres preguntas abiertas. Podrá preguntar de nuevo cuando respondamos a una.',
    notSent: 'No se ha enviado: no hemos podido conectar. No se pierde nada; inténtelo de nuevo.',
    asked: (when) => `Preguntó el ${when}`,
    answersBy: (name, when) => `${name} responde a más tardar el ${when}`,
    callsIn: (name, window) => `${name} le llama: ${window}`,
    late: (was) => `Dijimos ${was}. Llegamos tarde y lo sentimos. Esta es la nueva fecha.`,
    answered: (name) => `${name} respondió:`,
    called: (name) => `${name} le llamó.`,
    released: (name) => `No respondimos y lo sentimos. ${name} le debe una respuesta.`,
    withdrawn: 'Terminada, porque retiró su candidatura.',
  },
  fr: {
    title: 'Posez une question ou réservez un appel',
    note: 'Une personne vous répond, au plus tard à une date que nous vous disons aussitôt. Seuls les RH lisent ce que vous écrivez.',
    question: 'Votre question',
    how: 'Comment vous répondre ?',
    wants: { answer: 'Par e-mail', call: 'Appelez-moi' },
    phone: 'Numéro de téléphone',
    window: 'Quand vous appeler ? (votre heure)',
    noWindow: 'Aucun appel ne peut être réservé en ce moment. Demandez une réponse par e-mail.',
    send: 'Envoyer la question',
    sending: 'Envoi…',
    missing: 'Écrivez votre question.',
    notPhone: 'Indiquez un numéro de téléphone.',
    gone: 'Ce créneau n’est plus libre. Choisissez-en un autre.',
    enough: 'Trois de vos questions attendent. Vous pourrez en poser une autre quand nous aurons répondu.',
    notSent: 'Rien n’est parti : nous étions injoignables. Rien n’est perdu ; réessayez.',
    asked: (when) => `Vous avez demandé le ${when}`,
    answersBy: (name, when) => `${name} répond au plus tard le ${when}`,
    callsIn: (name, window) => `${name} vous appelle : ${window}`,
    late: (was) => `Nous avions dit ${was}. Nous sommes en retard et désolés. Voici la nouvelle date.`,
    answered: (name) => `${name} a répondu :`,
    called: (name) => `${name} vous a téléphoné.`,
    released: (name) => `Nous n’avons pas répondu et nous sommes désolés. ${name} vous doit une réponse.`,
    withdrawn: 'Terminée, car vous avez retiré votre candidature.',
  },
};
