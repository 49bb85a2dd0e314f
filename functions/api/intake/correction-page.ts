import type { FormField } from '../../../domain/api/intake/form-fields.ts';
import type { FormFields } from '../../../domain/api/intake/form.ts';
import { wording } from '../../../domain/api/intake/wording.ts';
import type { offeringOf } from './offering.ts';
import { escapeHtml, page } from '../../runtime/page.ts';

/** What the page keeps without showing it. */
const carried = ['jobId', 'locale', 'zone', 'resumeKey'];

/**
 * The form once more, with everything that was typed still in it and what to correct named above and at
 * each field. `wrong` holds names of fields of the form.
 */
export function correctionPage(
  { job, fields }: ReturnType<typeof offeringOf>,
  typed: FormFields,
  wrong: readonly string[],
): string {
  const words = wording[job.locale];
  const known = fields.filter(({ name }) => wrong.includes(name));
  const unknown = [...new Set(wrong)].filter((name) => !known.some((field) => field.name === name));
  const summary = [
    ...known.map(({ kind, label }) => [label, words.hints[kind]] as const),
    ...unknown.map((name) => [name, words.hints.other] as const),
  ].map(([what, hint]) => `<li><strong>${escapeHtml(what)}</strong> ${escapeHtml(hint)}</li>`);
  const hidden = carried.flatMap((name) =>
    valuesOf(typed, name).map((value) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`),
  );
  const visible = fields.map((field) =>
    drawn(field, typed, known.includes(field) ? words.hints[field.kind] : undefined),
  );
  return page(
    job.locale,
    `${words.notYet}: ${job.title}`,
    `<p>${escapeHtml(words.checkFields)}</p>
<ul>${summary.join('')}</ul>
<form method="post" action="/api/applications">
${[...hidden, ...visible].join('\n')}
<button>${escapeHtml(words.send)}</button>
</form>`,
  );
}

function drawn(field: FormField, typed: FormFields, hint: string | undefined): string {
  // A plain form cannot upload: the careers page does, and its key is carried along.
  if (field.kind === 'file' && hint === undefined) return '';
  const attributes = hint === undefined ? '' : ' class="wrong"';
  const note = hint === undefined ? '' : `<p class="hint">${escapeHtml(hint)}</p>`;
  return `<fieldset${attributes}>${control(field, valuesOf(typed, field.name))}${note}</fieldset>`;
}

function control(field: FormField, values: readonly string[]): string {
  const { name, kind, label, required, options = [] } = field;
  const attributes = `name="${escapeHtml(name)}"${required ? ' required' : ''}`;
  switch (kind) {
    case 'text':
    case 'email':
    case 'tel':
      return `<label>${escapeHtml(label)} <input type="${kind}" ${attributes} value="${escapeHtml(values[0] ?? '')}"></label>`;
    case 'yes-no':
    case 'choices':
      return `<legend>${escapeHtml(label)}</legend>${options
        .map(({ value, label: said }) =>
          ticked(kind === 'yes-no' ? 'radio' : 'checkbox', attributes, value, values, said),
        )
        .join('')}`;
    case 'consent':
      return ticked('checkbox', attributes, 'yes', values, label);
    case 'file':
      return `<span>${escapeHtml(label)}</span>`;
  }
}

function ticked(
  type: 'radio' | 'checkbox',
  attributes: string,
  value: string,
  chosen: readonly string[],
  label: string,
): string {
  const checked = chosen.includes(value) ? ' checked' : '';
  return `<label><input type="${type}" ${attributes} value="${escapeHtml(value)}"${checked}> ${escapeHtml(label)}</label>`;
}

function valuesOf(typed: FormFields, name: string): readonly string[] {
  const value = typed[name];
  return value === undefined ? [] : [value].flat();
}
