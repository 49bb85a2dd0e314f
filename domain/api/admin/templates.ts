import * as z from 'zod';
import { messageNames } from '../../messages/messages.ts';
import { locale, locales } from '../../messages/locale.ts';
import { note, revisionNote, revisionNumber } from '../../publishing/revision.ts';
import { endpoint } from '../endpoint.ts';
import { access, ifMatch, problems, publishProblems } from './common.ts';

const message = z.enum(messageNames);
/** The Markdown with its front matter, as in templates/<locale>/<message>.md. */
const source = z.string().min(10).max(30_000);

/** Edited sources by message and language; those left out are the live ones. */
const edits = z.partialRecord(message, z.partialRecord(locale, source));

const perLocale = z.strictObject({ en: revisionNumber, es: revisionNumber, fr: revisionNumber });

export const listTemplates = endpoint({
  id: 'listTemplates',
  method: 'GET',
  path: '/api/admin/templates',
  summary: 'Every message with the live revision of its text in each language',
  access,
  request: {},
  reply: {
    status: 200,
    body: z.strictObject({
      live: revisionNote,
      messages: z.array(
        z.strictObject({
          message,
          category: z.enum(['transactional', 'marketing', 'internal', 'script']),
          audience: z.enum(['candidate', 'staff']),
          /** What its text may name, as the front matter declares it. */
          variables: z.array(z.string()),
          revisions: perLocale,
        }),
      ),
    }),
  },
  problems,
});

export const listTemplateRevisions = endpoint({
  id: 'listTemplateRevisions',
  method: 'GET',
  path: '/api/admin/templates/revisions',
  summary: 'Every revision of the templates as a whole, newest first, with what changed in it',
  access,
  request: {},
  reply: {
    status: 200,
    body: z.strictObject({
      revisions: z.array(revisionNote.extend({ changed: z.array(z.string()) })),
    }),
  },
  problems,
});

export const readTemplate = endpoint({
  id: 'readTemplate',
  method: 'GET',
  path: '/api/admin/templates/{message}/{locale}',
  summary: 'The source of a message in a language: live, or in a revision of the templates',
  access,
  request: {
    params: z.strictObject({ message, locale }),
    query: z.strictObject({ revision: z.optional(z.coerce.number().pipe(revisionNumber)) }),
  },
  reply: {
    status: 200,
    body: z.strictObject({ message, locale, revision: revisionNumber, source }),
  },
  problems: [...problems, 404],
});

/** A place in a source that must not be published, or, as a warning, is worth a look. */
export const templateProblem = z.strictObject({
  message,
  locale,
  line: z.int(),
  severity: z.enum(['error', 'warning']),
  problem: z.string(),
});
export type TemplateProblem = z.output<typeof templateProblem>;

const rendered = z.strictObject({
  locale,
  /** Which sample, in words. */
  case: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});

export const previewTemplate = endpoint({
  id: 'previewTemplate',
  method: 'POST',
  path: '/api/admin/templates/{message}/preview',
  summary: 'A message as people would read it, with sample data, in each language; and what is wrong with it',
  access,
  request: {
    params: z.strictObject({ message }),
    body: z.strictObject({
      /** Sources in place of the live ones. */
      sources: z.optional(z.partialRecord(locale, source)),
      locales: z.optional(z.array(z.enum(locales)).min(1)),
    }),
  },
  reply: {
    status: 200,
    body: z.strictObject({ previews: z.array(rendered), problems: z.array(templateProblem) }),
  },
  problems: [...problems, 404],
});

export const publishTemplates = endpoint({
  id: 'publishTemplates',
  method: 'POST',
  path: '/api/admin/templates/revisions',
  summary: 'Publish edited messages; applications under way keep theirs. An error in a source refuses it',
  access,
  request: { headers: ifMatch, body: z.strictObject({ edits, note }) },
  reply: { status: 201, body: z.strictObject({ live: revisionNote }) },
  problems: publishProblems,
});

export const restoreTemplates = endpoint({
  id: 'restoreTemplates',
  method: 'POST',
  path: '/api/admin/templates/revisions/{revision}/restore',
  summary: 'Roll the templates back to a revision',
  access,
  request: {
    params: z.strictObject({ revision: z.coerce.number().pipe(revisionNumber) }),
    headers: ifMatch,
    body: z.strictObject({ note }),
  },
  reply: { status: 201, body: z.strictObject({ live: revisionNote }) },
  problems: publishProblems,
});
