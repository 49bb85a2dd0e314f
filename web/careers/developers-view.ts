import type { Offering } from './job-view.ts';
import { formView } from './form/form-view.ts';
import { framed } from './frame-view.ts';
import { h } from '../shared/view.ts';
import type { View } from '../shared/view.ts';

const plain = `<form method="post" action="https://YOUR-SITE/api/applications">
  <input type="hidden" name="jobId" value="sales-assistant-leeds">
  <label>Name <input name="name" autocomplete="name" required></label>
  <label>E-mail <input name="email" type="email" autocomplete="email" required></label>
  <fieldset>
    <legend>Can you work two weekends a month?</legend>
    <label><input type="radio" name="criteria.weekends" value="yes" required> Yes</label>
    <label><input type="radio" name="criteria.weekends" value="no"> No</label>
  </fieldset>
  <label><input type="checkbox" name="consent.offers" value="yes"> Send me a thank-you offer</label>
  <button>Send my application</button>
</form>`;

const tag = `<script src="https://YOUR-SITE/embed/hearback-apply.js" async></script>

<hearback-apply job="sales-assistant-leeds">
  <!-- What stands here shows until the form is ready, and where there is no script. -->
  <a href="https://YOUR-SITE/careers/sales-assistant-leeds/">Apply for this job</a>
</hearback-apply>

<style>
  hearback-apply {
    --hb-brand: #7a1f5c;
    --hb-on-brand: #ffffff;
    --hb-radius: 2px;
  }
</style>`;

const byFetch = `const answer = await fetch('https://YOUR-SITE/api/applications', {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(), // the same key when you try again
  },
  body: JSON.stringify({
    jobId: 'sales-assistant-leeds',
    candidate: { name: 'Julia Perez', email: 'julia@example.com' },
    answers: { weekends: true, 'work-permit': true },
    consents: { offers: false },
  }),
});
const told = await answer.json();
if (answer.ok) location.assign(told.statusUrl);
else console.log(told.errors); // [{ field: 'body.candidate.email', message: '…' }]`;

/** The three ways to a form, to copy from; with a sample job two of them can be seen at work. */
export function developersView(hasSample: boolean): readonly View[] {
  return [
    h('p', { class: 'back' }, h('a', { href: '/careers/' }, 'All jobs')),
    h('h1', {}, 'Put the form on your own site'),
    h(
      'p',
      {},
      'Three ways, from the plainest to the freest. All of them end at the same place: a page on which the applicant sees what was promised, by when, and who owes it.',
    ),
    ...way(
      'A plain HTML form',
      'Works with script switched off. The reply is a page: the application, or the form once more with what to correct. A job’s field names are at GET /api/jobs/{jobId}.',
      plain,
      hasSample ? '/careers/plain/' : undefined,
    ),
    ...way(
      'One tag',
      'The whole form, with résumé upload, in a shadow root: your styles stay out, eight custom properties let your brand in (--hb-brand, --hb-on-brand, --hb-ink, --hb-page, --hb-line, --hb-radius, --hb-font, --hb-size). Name your site under careersOrigins in hearback.config.json.',
      tag,
      hasSample ? '/careers/embedded/' : undefined,
    ),
    ...way('Your own form', 'Draw what you like and send JSON.', byFetch),
  ];
}

function way(title: string, text: string, code: string, live?: string): readonly View[] {
  return [
    h('h2', {}, title),
    h('p', {}, text),
    h('pre', { class: 'code', tabindex: 0, 'aria-label': `${title}: code` }, h('code', {}, code)),
    ...(live === undefined
      ? []
      : [h('p', {}, h('a', { href: live }, `See it live: ${title.toLowerCase()}`))]),
  ];
}

/** A page of another design with the tag in it; the plain form inside shows until the embed takes over. */
export function embeddedView(offering: Offering): readonly View[] {
  const { job, company } = offering;
  return framed({ locale: 'en', company: company.name, chooseLanguage: false }, [
    h(
      'div',
      { class: 'narrow foreign' },
      h('h1', { lang: job.locale }, job.title),
      h('p', {}, 'This form comes from one tag. Its colours and corners are this page’s.'),
      h('hearback-apply', { job: job.jobId }, formView(offering)),
    ),
  ]);
}
