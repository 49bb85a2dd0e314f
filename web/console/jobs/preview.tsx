import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useCallback, useMemo } from 'react';
import type * as z from 'zod';
import { formFields } from '../../../domain/api/intake/form-fields.ts';
import { readTerms } from '../../../domain/api/recruiter/jobs.ts';
import styles from '../../careers/careers.css?inline';
import { formWords } from '../../careers/form/form-words.ts';
import { jobView } from '../../careers/job-view.ts';
import { toHtml } from '../../shared/html.ts';
import { h } from '../../shared/view.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import { LetterFrame } from '../letters/letter-frame.tsx';
import { Failed } from '../shell/failed.tsx';
import type { JobText } from './draft.ts';
import { Loading } from '../shell/loading.tsx';

type Terms = z.output<typeof readTerms.reply.body>;

/** The public page as it will be, while it is written: the same view and styles, in the frame for strangers. */
export function JobPreview({ text }: { text: JobText }) {
  const { call } = useSigned();
  const { locale } = text;
  const load = useCallback(() => call(readTerms, { params: { locale } }), [call, locale]);
  const { value: terms, error, reload } = useLoaded(load);
  const html = useMemo(() => terms && pageOf(text, terms), [text, terms]);
  return (
    <Container header={<Header variant="h2">What candidates read</Header>}>
      {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
      {html === undefined ? (
        error === undefined && <Loading />
      ) : (
        <LetterFrame html={html} title="The public page of the job" tallest={900} />
      )}
    </Container>
  );
}

function pageOf(text: JobText, terms: Terms): string {
  const criteria = text.criteria.map((criterion, place) => ({
    ...criterion,
    id: criterion.id || `criterion-${place + 1}`,
  }));
  const job = { ...text, criteria, title: text.title || '…', location: text.location || '…' };
  const { interests, consent } = terms;
  const fields = formFields(job, { interests, consentText: consent.text }, job.locale);
  const page = h('main', {}, h('div', { class: 'narrow' }, jobView({ job, fields, ...terms })));
  return `<!doctype html><html lang="${job.locale}"><head><style>${styles}</style></head><body>${withScript(toHtml(page), job.locale)}</body></html>`;
}

/** The view is the plain page; with script, as nearly everybody has it, a file can be chosen in it. */
function withScript(html: string, locale: JobText['locale']): string {
  const { withoutScript, drop, choose } = formWords[locale];
  return html.replace(toHtml(h('p', {}, withoutScript)), toHtml(h('p', {}, `${drop} ${choose}`)));
}
