import type { Job } from '../../../domain/jobs/job.ts';
import { houseBrand } from './house-brand.ts';
import type { Brand } from './house-brand.ts';
import { isColour } from './contrast.ts';

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => escaped[character] ?? '');

const words = {
  en: { name: 'Name', email: 'E-mail', yes: 'Yes', no: 'No', send: 'Send my application' },
  es: { name: 'Nombre', email: 'Correo electrónico', yes: 'Sí', no: 'No', send: 'Enviar mi candidatura' },
  fr: { name: 'Nom', email: 'E-mail', yes: 'Oui', no: 'Non', send: 'Envoyer ma candidature' },
} as const;

/** The house's own colours adapt to the dark; only others need to be said. */
function styleOf({ brand, onBrand }: Brand): string[] {
  const isHouse = brand === houseBrand.brand && onBrand === houseBrand.onBrand;
  if (isHouse || !isColour(brand) || !isColour(onBrand)) return [];
  return ['<style>', `  hearback-apply { --hb-brand: ${brand}; --hb-on-brand: ${onBrand} }`, '</style>'];
}

/**
 * What the company's own careers page needs: the product's form, and inside it a plain one in the job's language
 * for whoever has no script.
 */
export function snippetOf(
  { jobId, criteria, locale }: Pick<Job, 'jobId' | 'criteria' | 'locale'>,
  site: string,
  brand: Brand = houseBrand,
): string {
  const { name, email, yes, no, send } = words[locale];
  const asked = criteria.map(
    ({ id, question }) => `  <fieldset>
    <legend>${escape(question)}</legend>
    <label><input type="radio" name="criteria.${id}" value="yes" required> ${yes}</label>
    <label><input type="radio" name="criteria.${id}" value="no"> ${no}</label>
  </fieldset>`,
  );
  const form = [
    `<form method="post" action="${site}/api/applications" lang="${locale}">`,
    `  <input type="hidden" name="jobId" value="${jobId}">`,
    `  <label>${name} <input name="name" autocomplete="name" required></label>`,
    `  <label>${email} <input name="email" type="email" autocomplete="email" required></label>`,
    ...asked,
    `  <button>${send}</button>`,
    '</form>',
  ].flatMap((line) => line.split('\n').map((part) => `  ${part}`));
  return [
    `<script src="${site}/embed/hearback-apply.js" async></script>`,
    `<hearback-apply job="${jobId}">`,
    ...form,
    '</hearback-apply>',
    ...styleOf(brand),
  ].join('\n');
}
