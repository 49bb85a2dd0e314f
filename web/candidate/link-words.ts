import type { Locale } from '../../domain/messages/locale.ts';

/** What is said to whoever has lost their link, and on the page that a fresh one opens. */
export interface LinkWords {
  readonly ask: string;
  readonly note: string;
  readonly email: string;
  readonly send: string;
  readonly sending: string;
  readonly sent: string;
  readonly wrong: string;
  readonly failed: string;
  readonly title: string;
  readonly loading: string;
  readonly none: string;
  readonly sentOn: (when: string) => string;
  readonly reference: (reference: string) => string;
  readonly everything: string;
  readonly everythingNote: string;
  readonly everythingTitle: string;
  readonly consequences: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly erasedTitle: string;
  readonly erasedText: string;
}

export const linkWords: Readonly<Record<Locale, LinkWords>> = {
  en: {
    ask: 'Send me a fresh link',
    note: 'Give the address that you applied with. If we know it, a mail with a fresh link is on its way within minutes.',
    email: 'E-mail address',
    send: 'Send the link',
    sending: 'Sending …',
    sent: 'Thank you. If we know this address, the mail is on its way. Look into your junk folder too.',
    wrong: 'Please give an address like julia@example.com.',
    failed: 'We could not be reached. Please try again.',
    title: 'Your applications',
    loading: 'One moment …',
    none: 'There is no application any more.',
    sentOn: (when) => `Sent ${when}`,
    reference: (reference) => `Reference ${reference}`,
    everything: 'Erase everything',
    everythingNote:
      'You can have all your applications erased at once, and everything that we know about you.',
    everythingTitle: 'Erase everything?',
    consequences: [
      'We stop at once and erase all your applications: answers, files, every message, interviews, feedback, unused codes. No decision comes any more.',
      'We erase you as well: name, address, interests, consents.',
      'One last e-mail confirms it. Copies in our backups are gone within 35 days, and nobody reads them until then. It cannot be undone.',
    ],
    yes: 'Yes, erase everything',
    no: 'No, keep it',
    erasedTitle: 'We are erasing everything',
    erasedText: 'It takes a few minutes. One last e-mail tells you when it is done.',
  },
  es: {
    ask: 'Enviarme un enlace nuevo',
    note: 'Escriba la dirección con la que se presentó. Si la conocemos, en unos minutos sale un correo con un enlace nuevo.',
    email: 'Correo electrónico',
    send: 'Enviar el enlace',
    sending: 'Enviando…',
    sent: 'Gracias. Si conocemos esta dirección, el correo está en camino. Mire también en el correo no deseado.',
    wrong: 'Escriba una dirección como julia@example.com.',
    failed: 'No hemos podido conectar. Inténtelo otra vez.',
    title: 'Sus candidaturas',
    loading: 'Un momento…',
    none: 'Ya no hay ninguna candidatura.',
    sentOn: (when) => `Enviada: ${when}`,
    reference: (reference) => `Referencia ${reference}`,
    everything: 'Borrarlo todo',
    everythingNote:
      'Puede pedir que borremos a la vez todas sus candidaturas y todo lo que sabemos de usted.',
    everythingTitle: '¿Borrarlo todo?',
    consequences: [
      'Paramos enseguida y borramos todas sus candidaturas: respuestas, archivos, todos los mensajes, entrevistas, comentarios y códigos sin usar. Ya no habrá decisión.',
      'También borramos sus datos personales: nombre, dirección, intereses, consentimientos.',
      'Un último correo lo confirma. Las copias de seguridad desaparecen en 35 días y nadie las lee hasta entonces. No se puede deshacer.',
    ],
    yes: 'Sí, borrarlo todo',
    no: 'No, conservar',
    erasedTitle: 'Lo estamos borrando todo',
    erasedText: 'Tarda unos minutos. Un último correo le avisará cuando esté hecho.',
  },
  fr: {
    ask: 'M’envoyer un nouveau lien',
    note: 'Donnez l’adresse avec laquelle vous avez postulé. Si nous la connaissons, un e-mail avec un nouveau lien part dans les minutes qui viennent.',
    email: 'Adresse e-mail',
    send: 'Envoyer le lien',
    sending: 'Envoi…',
    sent: 'Merci. Si nous connaissons cette adresse, l’e-mail est en route. Regardez aussi dans les indésirables.',
    wrong: 'Merci de donner une adresse comme julia@example.com.',
    failed: 'Nous sommes injoignables. Merci de réessayer.',
    title: 'Vos candidatures',
    loading: 'Un instant…',
    none: 'Il n’y a plus de candidature.',
    sentOn: (when) => `Envoyée\u00a0: ${when}`,
    reference: (reference) => `Référence ${reference}`,
    everything: 'Tout effacer',
    everythingNote:
      'Vous pouvez faire effacer d’un coup toutes vos candidatures et tout ce que nous savons de vous.',
    everythingTitle: 'Tout effacer\u00a0?',
    consequences: [
      'Nous arrêtons aussitôt et effaçons toutes vos candidatures\u00a0: réponses, fichiers, tous les messages, entretiens, retours, codes non utilisés. Il n’y aura plus de décision.',
      'Nous vous effaçons aussi\u00a0: nom, adresse, intérêts, consentements.',
      'Un dernier e-mail le confirme. Les copies de nos sauvegardes disparaissent sous 35 jours et personne ne les lit d’ici là. Cela ne s’annule pas.',
    ],
    yes: 'Oui, tout effacer',
    no: 'Non, garder',
    erasedTitle: 'Nous effaçons tout',
    erasedText: 'Cela prend quelques minutes. Un dernier e-mail vous dira quand c’est fait.',
  },
};
