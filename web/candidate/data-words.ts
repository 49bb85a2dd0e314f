import type { Locale } from '../../domain/messages/locale.ts';

/** What the candidate's page says about their data: to take away, to erase, and when the link is too old. */
export interface DataWords {
  readonly title: string;
  readonly note: string;
  /** The same for whoever opened the page without a link of our mails. */
  readonly noteOfApplication: string;
  readonly page: string;
  readonly json: string;
  readonly preparing: string;
  readonly ready: string;
  readonly failed: string;
  readonly erase: string;
  readonly eraseTitle: string;
  readonly consequences: readonly string[];
  readonly eraseYes: string;
  readonly eraseNo: string;
  readonly erasing: string;
  readonly erasedTitle: string;
  readonly erasedText: string;
  readonly goneTitle: string;
  readonly goneText: string;
  /** Headings and names in the page that is taken away. */
  readonly sheet: Readonly<
    Record<
      | 'title'
      | 'madeAt'
      | 'you'
      | 'name'
      | 'email'
      | 'phone'
      | 'language'
      | 'interests'
      | 'application'
      | 'job'
      | 'sentAt'
      | 'resume'
      | 'yes'
      | 'no'
      | 'answers'
      | 'consents'
      | 'agreed'
      | 'asked'
      | 'refused'
      | 'interviews'
      | 'with'
      | 'strengths'
      | 'improvements'
      | 'questions'
      | 'callBetween'
      | 'unanswered'
      | 'offer'
      | 'validUntil'
      | 'referral'
      | 'survey'
      | 'messages'
      | 'notSent'
      | 'history'
      | 'byYou'
      | 'byUs'
      | 'rest',
      string
    >
  >;
}

export const dataWords: Readonly<Record<Locale, DataWords>> = {
  en: {
    title: 'Your data',
    note: 'Take away all that we hold about this application and about you, or have it erased.',
    noteOfApplication:
      'Take away all that we hold about this application, or have it erased. What else we hold about you opens with the link in our mail.',
    page: 'Download as a page',
    json: 'Download as JSON',
    preparing: 'One moment …',
    ready: 'Your download is ready.',
    failed: 'We could not be reached. Please try again.',
    erase: 'Erase my data',
    eraseTitle: 'Erase your data?',
    consequences: [
      'We stop at once and erase this application: your answers, questions, your file, every message, interviews, feedback and an unused code. No decision comes any more.',
      'If it is your only application with us, we also erase you: name, address, interests, consents. Other applications go on; each has a page like this one.',
      'One last e-mail confirms it. Copies in our backups are gone within 35 days, and nobody reads them until then. It cannot be undone.',
    ],
    eraseYes: 'Yes, erase it',
    eraseNo: 'No, keep it',
    erasing: 'One moment …',
    erasedTitle: 'We are erasing your data',
    erasedText: 'It takes a few minutes. One last e-mail tells you when it is done.',
    goneTitle: 'There is nothing here any more',
    goneText: 'What this link led to was erased. We hold nothing about it.',
    sheet: {
      title: 'What we hold about you',
      madeAt: 'As of',
      you: 'You',
      name: 'Name',
      email: 'E-mail address',
      phone: 'Telephone',
      language: 'Language',
      interests: 'Interests',
      application: 'Your application',
      job: 'Job',
      sentAt: 'Sent',
      resume: 'Résumé',
      yes: 'Yes',
      no: 'No',
      answers: 'Your answers',
      consents: 'Offers: what you said',
      agreed: 'Yes',
      asked: 'Asked for by a form, and not confirmed by you',
      refused: 'No',
      interviews: 'Interviews',
      with: 'With',
      strengths: 'What went well',
      improvements: 'What you could work on',
      questions: 'Your questions',
      callBetween: 'When you can be called',
      unanswered: 'No answer in writing',
      offer: 'Your thank-you',
      validUntil: 'valid until',
      referral: 'Your link to recommend us',
      survey: 'Your answer to our question',
      messages: 'Every message, word for word',
      notSent: 'not sent',
      history: 'What happened',
      byYou: 'you',
      byUs: 'us',
      rest: 'Colleagues’ working notes are not part of this page. Ask us for them; a person looks at it.',
    },
  },
  es: {
    title: 'Sus datos',
    note: 'Llévese todo lo que guardamos sobre esta candidatura y sobre usted, o pida que lo borremos.',
    noteOfApplication:
      'Llévese todo lo que guardamos sobre esta candidatura, o pida que lo borremos. Lo demás que guardamos sobre usted se abre con el enlace de nuestro correo.',
    page: 'Descargar como página',
    json: 'Descargar como JSON',
    preparing: 'Un momento…',
    ready: 'Su descarga está lista.',
    failed: 'No hemos podido conectar. Inténtelo otra vez.',
    erase: 'Borrar mis datos',
    eraseTitle: '¿Borrar sus datos?',
    consequences: [
      'Paramos enseguida y borramos esta candidatura: sus respuestas, preguntas, su archivo, todos los mensajes, entrevistas, comentarios y un código sin usar. Ya no habrá decisión.',
      'Si es su única candidatura con nosotros, también borramos sus datos personales: nombre, dirección, intereses, consentimientos. Las demás siguen; cada una tiene una página como esta.',
      'Un último correo lo confirma. Las copias de seguridad desaparecen en 35 días y nadie las lee hasta entonces. No se puede deshacer.',
    ],
    eraseYes: 'Sí, borrar',
    eraseNo: 'No, conservar',
    erasing: 'Un momento…',
    erasedTitle: 'Estamos borrando sus datos',
    erasedText: 'Tarda unos minutos. Un último correo le avisará cuando esté hecho.',
    goneTitle: 'Aquí ya no hay nada',
    goneText: 'Lo que abría este enlace se borró. No guardamos nada de ello.',
    sheet: {
      title: 'Lo que guardamos sobre usted',
      madeAt: 'A fecha de',
      you: 'Usted',
      name: 'Nombre',
      email: 'Correo electrónico',
      phone: 'Teléfono',
      language: 'Idioma',
      interests: 'Intereses',
      application: 'Su candidatura',
      job: 'Puesto',
      sentAt: 'Enviada',
      resume: 'Currículum',
      yes: 'Sí',
      no: 'No',
      answers: 'Sus respuestas',
      consents: 'Ofertas: lo que dijo',
      agreed: 'Sí',
      asked: 'Lo pidió un formulario; usted no lo ha confirmado',
      refused: 'No',
      interviews: 'Entrevistas',
      with: 'Con',
      strengths: 'Lo que fue bien',
      improvements: 'Lo que puede mejorar',
      questions: 'Sus preguntas',
      callBetween: 'Cuándo se le puede llamar',
      unanswered: 'Sin respuesta por escrito',
      offer: 'Su agradecimiento',
      validUntil: 'válido hasta',
      referral: 'Su enlace para recomendarnos',
      survey: 'Su respuesta a nuestra pregunta',
      messages: 'Todos los mensajes, palabra por palabra',
      notSent: 'no enviado',
      history: 'Lo que ha pasado',
      byYou: 'usted',
      byUs: 'nosotros',
      rest: 'Las notas de trabajo de nuestro personal no están en esta página. Pídanoslas; una persona lo mira.',
    },
  },
  fr: {
    title: 'Vos données',
    note: 'Emportez tout ce que nous gardons sur cette candidature et sur vous, ou faites-le effacer.',
    noteOfApplication:
      'Emportez tout ce que nous gardons sur cette candidature, ou faites-le effacer. Le reste de ce que nous gardons sur vous s’ouvre avec le lien de notre e-mail.',
    page: 'Télécharger en page',
    json: 'Télécharger en JSON',
    preparing: 'Un instant…',
    ready: 'Votre téléchargement est prêt.',
    failed: 'Nous sommes injoignables. Merci de réessayer.',
    erase: 'Effacer mes données',
    eraseTitle: 'Effacer vos données\u00a0?',
    consequences: [
      'Nous arrêtons aussitôt et effaçons cette candidature\u00a0: vos réponses, vos questions, votre fichier, tous les messages, entretiens, retours et un code non utilisé. Il n’y aura plus de décision.',
      'Si c’est votre seule candidature chez nous, nous vous effaçons aussi\u00a0: nom, adresse, intérêts, consentements. Les autres suivent leur cours\u00a0; chacune a une page comme celle-ci.',
      'Un dernier e-mail le confirme. Les copies de nos sauvegardes disparaissent sous 35 jours et personne ne les lit d’ici là. Cela ne s’annule pas.',
    ],
    eraseYes: 'Oui, effacer',
    eraseNo: 'Non, garder',
    erasing: 'Un instant…',
    erasedTitle: 'Nous effaçons vos données',
    erasedText: 'Cela prend quelques minutes. Un dernier e-mail vous dira quand c’est fait.',
    goneTitle: 'Il n’y a plus rien ici',
    goneText: 'Ce que ce lien ouvrait a été effacé. Nous n’en gardons rien.',
    sheet: {
      title: 'Ce que nous gardons sur vous',
      madeAt: 'État au',
      you: 'Vous',
      name: 'Nom',
      email: 'Adresse e-mail',
      phone: 'Téléphone',
      language: 'Langue',
      interests: 'Intérêts',
      application: 'Votre candidature',
      job: 'Poste',
      sentAt: 'Envoyée',
      resume: 'CV',
      yes: 'Oui',
      no: 'Non',
      answers: 'Vos réponses',
      consents: 'Offres\u00a0: ce que vous avez dit',
      agreed: 'Oui',
      asked: 'Demandé par un formulaire, sans votre confirmation',
      refused: 'Non',
      interviews: 'Entretiens',
      with: 'Avec',
      strengths: 'Ce qui s’est bien passé',
      improvements: 'Ce que vous pouvez travailler',
      questions: 'Vos questions',
      callBetween: 'Quand vous appeler',
      unanswered: 'Pas de réponse écrite',
      offer: 'Votre remerciement',
      validUntil: 'valable jusqu’au',
      referral: 'Votre lien pour nous recommander',
      survey: 'Votre réponse à notre question',
      messages: 'Chaque message, mot pour mot',
      notSent: 'pas envoyé',
      history: 'Ce qui s’est passé',
      byYou: 'vous',
      byUs: 'nous',
      rest: 'Les notes de travail de nos collègues ne sont pas dans cette page. Demandez-les-nous\u00a0; une personne s’en occupe.',
    },
  },
};
