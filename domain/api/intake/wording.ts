import type { Locale } from '../../messages/locale.ts';

/** What the form and its pages say, in every language. */
interface Wording {
  readonly fields: Readonly<Record<'name' | 'email' | 'phone' | 'resume' | 'interests', string>>;
  readonly yes: string;
  readonly no: string;
  readonly send: string;
  readonly notYet: (job: string) => string;
  readonly checkFields: string;
  readonly hints: Readonly<
    Record<'text' | 'email' | 'tel' | 'yes-no' | 'choices' | 'consent' | 'file' | 'other', string>
  >;
  readonly noSuchJob: string;
  readonly jobClosed: string;
  readonly back: string;
}

export const wording: Readonly<Record<Locale, Wording>> = {
  en: {
    fields: {
      name: 'Your name',
      email: 'E-mail address',
      phone: 'Telephone (optional)',
      resume: 'Résumé',
      interests: 'What do you like? (optional)',
    },
    yes: 'Yes',
    no: 'No',
    send: 'Send my application',
    notYet: (job) => `Almost there: ${job}`,
    checkFields: 'Your application has not been sent yet. Please check these fields:',
    hints: {
      text: 'Please give your name, on one line: no web address, and a space after a full stop.',
      email: 'Please give an address like julia@example.com.',
      tel: 'Please give a telephone number, or leave it empty.',
      'yes-no': 'Please answer yes or no.',
      choices: 'Please choose from the list.',
      consent: 'Please tick the box or leave it empty.',
      file: 'This job needs a résumé; please use the careers page to upload it.',
      other: 'The form sent something that we do not know here.',
    },
    noSuchJob: 'We have no such job.',
    jobClosed: 'This job takes no more applications.',
    back: 'Back to all jobs',
  },
  es: {
    fields: {
      name: 'Su nombre',
      email: 'Correo electrónico',
      phone: 'Teléfono (opcional)',
      resume: 'Currículum',
      interests: '¿Qué le gusta? (opcional)',
    },
    yes: 'Sí',
    no: 'No',
    send: 'Enviar mi candidatura',
    notYet: (job) => `Ya casi está: ${job}`,
    checkFields: 'Su candidatura aún no se ha enviado. Revise estos campos:',
    hints: {
      text: 'Escriba su nombre, en una sola línea: sin direcciones web y con un espacio detrás de cada punto.',
      email: 'Escriba una dirección como julia@example.com.',
      tel: 'Escriba un número de teléfono o déjelo vacío.',
      'yes-no': 'Responda sí o no.',
      choices: 'Elija de la lista.',
      consent: 'Marque la casilla o déjela vacía.',
      file: 'Este puesto requiere un currículum; súbalo desde la página de empleo.',
      other: 'El formulario envió algo que aquí no conocemos.',
    },
    noSuchJob: 'No tenemos ese puesto.',
    jobClosed: 'Este puesto ya no admite candidaturas.',
    back: 'Volver a todos los puestos',
  },
  fr: {
    fields: {
      name: 'Votre nom',
      email: 'Adresse e-mail',
      phone: 'Téléphone (facultatif)',
      resume: 'CV',
      interests: 'Qu’aimez-vous\u00a0? (facultatif)',
    },
    yes: 'Oui',
    no: 'Non',
    send: 'Envoyer ma candidature',
    notYet: (job) => `Vous y êtes presque\u00a0: ${job}`,
    checkFields: 'Votre candidature n’est pas encore partie. Merci de vérifier ces champs\u00a0:',
    hints: {
      text: 'Merci de donner votre nom, sur une seule ligne\u00a0: sans adresse web, et avec un espace après chaque point.',
      email: 'Merci de donner une adresse comme julia@example.com.',
      tel: 'Merci de donner un numéro de téléphone, ou de laisser vide.',
      'yes-no': 'Merci de répondre par oui ou par non.',
      choices: 'Merci de choisir dans la liste.',
      consent: 'Cochez la case ou laissez-la vide.',
      file: 'Ce poste demande un CV\u00a0; merci de le déposer depuis la page emploi.',
      other: 'Le formulaire a envoyé quelque chose que nous ne connaissons pas ici.',
    },
    noSuchJob: 'Nous n’avons pas ce poste.',
    jobClosed: 'Ce poste ne prend plus de candidatures.',
    back: 'Retour à tous les postes',
  },
};
