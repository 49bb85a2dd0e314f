import type { FormField } from '../../../domain/api/intake/form-fields.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { h } from '../../shared/view.ts';
import type { View } from '../../shared/view.ts';
import { formWords } from './form-words.ts';

const autocomplete: Readonly<Record<string, string>> = { name: 'name', email: 'email', phone: 'tel' };

/** The id of a field's control, or of its group's box. */
export const idOf = (name: string): string => `hb-${name.replaceAll('.', '-')}`;
/** The id of the words that stand at a field when its answer does not fit. */
export const problemIdOf = (name: string): string => `${idOf(name)}-problem`;

/** One field of the form with its label and a place for what is wrong with it. */
export function fieldView(field: FormField, locale: Locale): View {
  switch (field.kind) {
    case 'text':
    case 'email':
    case 'tel':
      return lineView(field);
    case 'yes-no':
      return groupView(field, 'radio');
    case 'choices':
      return groupView(field, 'checkbox');
    case 'consent':
      return box(
        field,
        'div',
        h(
          'label',
          { class: 'choice' },
          h('input', { type: 'checkbox', id: idOf(field.name), name: field.name, value: 'yes' }),
          h('span', {}, field.label),
        ),
        problemView(field),
      );
    case 'file':
      return fileView(field, locale);
  }
}

function lineView(field: FormField): View {
  const { name, kind, label, required } = field;
  const control = h('input', {
    id: idOf(name),
    name,
    type: kind,
    autocomplete: autocomplete[name],
    required,
    maxlength: kind === 'email' ? 254 : 120,
    'aria-describedby': problemIdOf(name),
  });
  return box(field, 'div', h('label', { for: idOf(name) }, label), problemView(field), control);
}

function groupView(field: FormField, type: 'radio' | 'checkbox'): View {
  const { name, label, required, options = [] } = field;
  const choices = options.map(({ value, label: said }, position) =>
    h(
      'label',
      { class: 'choice' },
      h('input', {
        type,
        name,
        value,
        required: required && type === 'radio',
        id: position === 0 ? idOf(name) : undefined,
      }),
      h('span', {}, said),
    ),
  );
  return box(
    field,
    'fieldset',
    h('legend', {}, label),
    problemView(field),
    h('div', { class: type === 'radio' ? 'choices' : 'chips' }, ...choices),
  );
}

/** A plain form cannot upload: without script the field says so, with script the upload takes its place. */
function fileView(field: FormField, locale: Locale): View {
  const words = formWords[locale];
  return box(
    field,
    'div',
    h(
      'label',
      { for: idOf(field.name) },
      field.required ? field.label : `${field.label} (${words.optional})`,
    ),
    problemView(field),
    h('div', { class: 'upload' }, h('p', {}, words.withoutScript)),
  );
}

function box({ name, kind, required }: FormField, tag: string, ...children: readonly View[]): View {
  const attributes = { class: 'field', 'data-field': name, 'data-kind': kind, 'data-required': required };
  return h(
    tag,
    { ...attributes, ...(tag === 'fieldset' && { 'aria-describedby': problemIdOf(name) }) },
    ...children,
  );
}

function problemView({ name }: FormField): View {
  return h('p', { class: 'problem', id: problemIdOf(name), hidden: true });
}
