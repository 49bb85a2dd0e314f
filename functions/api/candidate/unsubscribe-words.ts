import type { Locale } from '../../../domain/messages/locale.ts';

interface Words {
  readonly ask: string;
  readonly question: string;
  readonly done: string;
  readonly still: string;
  readonly dead: string;
  readonly instead: string;
}

/** What the pages behind an unsubscribe link say. */
export const unsubscribeWords: Readonly<Record<Locale, Words>> = {
  en: {
    ask: 'Stop offers',
    question: 'We will send you no more offers. Messages about your applications still come.',
    done: 'You get no more offers',
    still: 'Messages about your applications still come.',
    dead: 'This link does not work any more',
    instead:
      'It is old or incomplete, and nothing was changed. You can stop offers on the page of your application, or reply to any of our mails.',
  },
  es: {
    ask: 'Dejar de recibir ofertas',
    question: 'No le enviaremos más ofertas. Los mensajes sobre sus candidaturas seguirán llegando.',
    done: 'Ya no recibirá ofertas',
    still: 'Los mensajes sobre sus candidaturas seguirán llegando.',
    dead: 'Este enlace ya no funciona',
    instead:
      'Es antiguo o está incompleto, y no se ha cambiado nada. Puede dejar de recibir ofertas en la página de su candidatura o respondiendo a cualquiera de nuestros correos.',
  },
  fr: {
    ask: 'Ne plus recevoir d’offres',
    question: 'Nous ne vous enverrons plus d’offres. Les messages sur vos candidatures arriveront toujours.',
    done: 'Vous ne recevrez plus d’offres',
    still: 'Les messages sur vos candidatures arriveront toujours.',
    dead: 'Ce lien ne fonctionne plus',
    instead:
      'Il est ancien ou incomplet, et rien n’a été modifié. Vous pouvez arrêter les offres sur la page de votre candidature, ou en répondant à l’un de nos e-mails.',
  },
};
