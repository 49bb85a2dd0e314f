import type { Locale } from '../../../domain/messages/locale.ts';

/** What the application form says beyond its fields' names, which the API words. */
export interface FormWords {
  readonly send: string;
  readonly sending: string;
  readonly promise: string;
  readonly privacy: string;
  readonly error: string;
  readonly problems: (count: number) => string;
  readonly offline: string;
  readonly unreachable: string;
  readonly tryAgain: string;
  readonly jobClosed: string;
  readonly refused: string;
  readonly optional: string;
  readonly drop: string;
  readonly choose: string;
  readonly formats: string;
  readonly uploading: (name: string) => string;
  readonly uploaded: (name: string, size: string) => string;
  readonly remove: string;
  readonly stillUploading: string;
  readonly resumeNeeded: string;
  readonly wrongType: string;
  readonly tooLarge: (size: string, limit: string) => string;
  readonly empty: string;
  readonly uploadFailed: string;
  readonly withoutScript: string;
}

export const formWords: Readonly<Record<Locale, FormWords>> = {
  en: {
    send: 'Send my application',
    sending: 'Sending your application …',
    promise: 'What you can count on',
    privacy: 'We use what you write here for this application only.',
    error: 'Error:',
    problems: (count) =>
      count === 1 ? 'There is a problem with one answer' : `There is a problem with ${count} answers`,
    offline: 'You are offline. Nothing is lost; we send it when you are back.',
    unreachable: 'We could not be reached. Nothing is lost; we try again in a moment.',
    tryAgain: 'Try again now',
    jobClosed: 'This job takes no more applications. We are sorry that the page still offered it.',
    refused: 'Your application could not be taken. Please call us; nothing you typed is lost.',
    optional: 'optional',
    drop: 'Drop your file here, or',
    choose: 'choose a file',
    formats: 'PDF, Word, ODT or plain text.',
    uploading: (name) => `Uploading ${name}`,
    uploaded: (name, size) => `${name} (${size}) is ready to send.`,
    remove: 'Remove the file',
    stillUploading: 'The file is still on its way; please wait a moment.',
    resumeNeeded: 'This job needs a résumé. Please choose a file.',
    wrongType: 'That file is of a kind we cannot open. Please choose a PDF, Word, ODT or plain text file.',
    tooLarge: (size, limit) => `That file is ${size}; the limit is ${limit}.`,
    empty: 'That file is empty. Please choose another.',
    uploadFailed: 'The file did not arrive. Please try once more; the rest of the form is kept.',
    withoutScript:
      'Your browser runs no script, so a file cannot be sent here. Apply without it: we ask you if we need it.',
  },
  es: {
    send: 'Enviar mi candidatura',
    sending: 'Enviando su candidatura…',
    promise: 'Con lo que puede contar',
    privacy: 'Usamos lo que escriba aquí solo para esta candidatura.',
    error: 'Error:',
    problems: (count) =>
      count === 1 ? 'Hay un problema en una respuesta' : `Hay un problema en ${count} respuestas`,
    offline: 'No tiene conexión. No se pierde nada: lo enviaremos cuando vuelva.',
    unreachable: 'No hemos podido conectar. No se pierde nada: lo intentamos de nuevo enseguida.',
    tryAgain: 'Intentarlo ahora',
    jobClosed: 'Este puesto ya no admite candidaturas. Sentimos que la página aún lo ofreciera.',
    refused: 'No se ha podido recibir su candidatura. Llámenos; lo que ha escrito no se pierde.',
    optional: 'opcional',
    drop: 'Suelte aquí su archivo o',
    choose: 'elija un archivo',
    formats: 'PDF, Word, ODT o texto sin formato.',
    uploading: (name) => `Subiendo ${name}`,
    uploaded: (name, size) => `${name} (${size}) está listo para enviarse.`,
    remove: 'Quitar el archivo',
    stillUploading: 'El archivo aún se está subiendo; espere un momento.',
    resumeNeeded: 'Este puesto requiere un currículum. Elija un archivo.',
    wrongType: 'No podemos abrir ese tipo de archivo. Elija un PDF, Word, ODT o texto sin formato.',
    tooLarge: (size, limit) => `Ese archivo ocupa ${size}; el límite es ${limit}.`,
    empty: 'Ese archivo está vacío. Elija otro.',
    uploadFailed: 'El archivo no ha llegado. Inténtelo otra vez; el resto del formulario se conserva.',
    withoutScript:
      'Su navegador no ejecuta scripts y aquí no puede enviarse un archivo. Envíe la candidatura sin él: se lo pediremos si hace falta.',
  },
  fr: {
    send: 'Envoyer ma candidature',
    sending: 'Envoi de votre candidature…',
    promise: 'Ce sur quoi vous pouvez compter',
    privacy: 'Ce que vous écrivez ici ne sert qu’à cette candidature.',
    error: 'Erreur\u00a0:',
    problems: (count) => (count === 1 ? 'Une réponse est à revoir' : `${count} réponses sont à revoir`),
    offline: 'Vous êtes hors connexion. Rien n’est perdu\u00a0: l’envoi partira à votre retour.',
    unreachable:
      'Nous sommes injoignables pour l’instant. Rien n’est perdu\u00a0: nous réessayons dans un moment.',
    tryAgain: 'Réessayer maintenant',
    jobClosed: 'Ce poste ne prend plus de candidatures. Nous regrettons que la page le propose encore.',
    refused:
      'Votre candidature n’a pas pu être reçue. Appelez-nous\u00a0; rien de ce que vous avez écrit n’est perdu.',
    optional: 'facultatif',
    drop: 'Déposez votre fichier ici, ou',
    choose: 'choisissez un fichier',
    formats: 'PDF, Word, ODT ou texte brut.',
    uploading: (name) => `Envoi de ${name}`,
    uploaded: (name, size) => `${name} (${size}) est prêt à partir.`,
    remove: 'Retirer le fichier',
    stillUploading: 'Le fichier est encore en route\u00a0; merci de patienter un instant.',
    resumeNeeded: 'Ce poste demande un CV. Choisissez un fichier.',
    wrongType: 'Nous ne pouvons pas ouvrir ce type de fichier. Choisissez un PDF, Word, ODT ou texte brut.',
    tooLarge: (size, limit) => `Ce fichier fait ${size}\u00a0; la limite est de ${limit}.`,
    empty: 'Ce fichier est vide. Choisissez-en un autre.',
    uploadFailed: 'Le fichier n’est pas arrivé. Réessayez\u00a0; le reste du formulaire est conservé.',
    withoutScript:
      'Votre navigateur n’exécute pas de script\u00a0: aucun fichier ne peut partir d’ici. Postulez sans lui, nous vous le demanderons si besoin.',
  },
};
