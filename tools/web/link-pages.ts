import { documentOf } from '../../web/shared/document.ts';
import { h } from '../../web/shared/view.ts';
import type { SiteFile } from '../build-web.ts';
import type { Bundle } from './bundles.ts';

/** Titles before the page knows whose it is and in which language. */
const titles = {
  application: 'Your application',
  applications: 'Your applications',
  survey: 'One question',
  feedback: 'Interview feedback',
} as const;

/** The key of these pages stands behind `#`, which only a script can read; without one they say what to do. */
const withoutScript = [
  [
    'en',
    'Please switch on script for this page: your key stands in its address, where only your browser can read it. Or call us; the number is in our mail.',
  ],
  [
    'es',
    'Active los scripts en esta página: su clave está en la dirección, donde solo su navegador puede leerla. O llámenos; el número está en nuestro correo.',
  ],
  [
    'fr',
    'Activez les scripts pour cette page : votre clé se trouve dans l’adresse, où seul votre navigateur peut la lire. Ou appelez-nous ; le numéro est dans notre e-mail.',
  ],
] as const;

/** The pages that mail leads to, each empty until its script has spoken with the API. */
export function linkPages(scripts: Readonly<Record<keyof typeof titles, Bundle>>, style: Bundle): SiteFile[] {
  const fallback = h(
    'noscript',
    {},
    h('div', { class: 'narrow' }, ...withoutScript.map(([lang, text]) => h('p', { lang }, text))),
  );
  return (['application', 'applications', 'survey', 'feedback'] as const).map((name) => ({
    path: `${name}/index.html`,
    contents: documentOf({
      lang: 'en',
      title: titles[name],
      style: `/${style.path}`,
      script: `/${scripts[name].path}`,
      body: [h('div', { id: 'page' }, h('main', { id: 'main' }, fallback))],
    }),
  }));
}
