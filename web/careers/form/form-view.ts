import type { FormField } from '../../../domain/api/intake/form-fields.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { h } from '../../shared/view.ts';
import type { View } from '../../shared/view.ts';
import { fieldView } from './field-view.ts';
import { formWords } from './form-words.ts';

/** What `GET /api/jobs/{jobId}` says about a job, as far as its form needs it. */
export interface Offering {
  readonly job: { readonly jobId: string; readonly locale: Locale };
  readonly fields: readonly FormField[];
}

/**
 * The application form of a job. It works as it is, posted by the browser; script makes it kinder.
 * `action` is the address of the API's form route.
 */
export function formView({ job, fields }: Offering, action = '/api/applications'): View {
  const words = formWords[job.locale];
  return h(
    'form',
    { method: 'post', action, class: 'application', 'data-locale': job.locale, lang: job.locale },
    h('input', { type: 'hidden', name: 'jobId', value: job.jobId }),
    // Script fills in who recommended the job, from the address; empty it is as good as not there.
    h('input', { type: 'hidden', name: 'ref', value: '' }),
    h('div', { class: 'summary', tabindex: -1, hidden: true }),
    ...fields.map((field) => fieldView(field, job.locale)),
    // Nobody sees it; whoever fills it in is no person.
    h(
      'div',
      { class: 'trap', 'aria-hidden': 'true' },
      h('label', { for: 'hb-website' }, 'Website'),
      h('input', { id: 'hb-website', name: 'website', tabindex: -1, autocomplete: 'off' }),
    ),
    h('p', { class: 'status', role: 'status' }),
    h('button', { class: 'button', type: 'submit' }, words.send),
    h('p', { class: 'aside' }, words.privacy),
  );
}
