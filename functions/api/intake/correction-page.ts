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
    ...known.map(
      ({ name, kind, label }) =>
        [`<a href="#${idOf(name)}">${escapeHtml(label)}</a>`, words.hints[kind]] as const,
    ),
    ...unknown.map((name) => [`<strong>${escapeHtml(name)}</strong>`, words.hints.other] as const),
  ].map(([what, hint]) => `<li>${what} ${escapeHtml(hint)}</li>`);
  const hidden = carried.flatMap((name) =>
    valuesOf(typed, name).map((value) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`),
  );
  const visible = fields.map((field) =>
    drawn(field, typed, known.includes(field) ? words.hints[field.kind] : undefined),
  );
  return page(
    job.locale,
    words.notYet(job.title),
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
  const hintId = `${field.name}-hint`;
  const box = field.kind === 'yes-no' || field.kind === 'choices' ? 'fieldset' : 'div';
  const state = hint === undefined ? '' : ` aria-describedby="${hintId}" aria-invalid="true"`;
  const note = hint === undefined ? '' : `<p class="hint" id="${hintId}">${escapeHtml(hint)}</p>`;
  const drawnField = control(field, valuesOf(typed, field.name), state);
  return `<${box} class="field${hint === undefined ? '' : ' wrong'}">${drawnField}${note}</${box}>`;
}

function control(field: FormField, values: readonly string[], state: string): string {
  const { name, kind, label, required, options = [] } = field;
  const attributes = `name="${escapeHtml(name)}"${required ? ' required' : ''}${state}`;
  switch (kind) {
    case 'text':
    case 'email':
    case 'tel':
      return `<label>${escapeHtml(label)} <input id="${idOf(name)}" type="${kind}" ${attributes} value="${escapeHtml(values[0] ?? '')}"></label>`;
    case 'yes-no':
    case 'choices':
      return `<legend>${escapeHtml(label)}</legend>${options
        .map(({ value, label: said }, position) =>
          ticked(
            kind === 'yes-no' ? 'radio' : 'checkbox',
            position === 0 ? `id="${idOf(name)}" ${attributes}` : attributes,
            value,
            values,
            said,
          ),
        )
        .join('')}`;
    case 'consent':
      return ticked('checkbox', `id="${idOf(name)}" ${attributes}`, 'yes', values, label);
    case 'file':
      return `<span id="${idOf(name)}" tabindex="-1">${escapeHtml(label)}</span>`;
  }
}

/** Where a link of the summary leads. */
const idOf = (name: string): string => `field-${escapeHtml(name)}`;

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
