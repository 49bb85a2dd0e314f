import { locales } from '../../../domain/messages/locale.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { audienceOf, categoryOf, messageNames } from '../../../domain/messages/messages.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { published } from '../../adapters/store/keys.ts';
import { listRevisions } from '../../adapters/store/revision-list.ts';
import { readLiveRevision } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import {
  findSource,
  findTemplates,
  part,
  readStationery,
  templatesNote,
} from '../../adapters/store/templates.ts';
import type { TemplatesRevision } from '../../adapters/store/templates.ts';
import { buildSources } from '../../publishing/templates.ts';
import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import type { Services } from './services.ts';

/** The live templates as a whole. @throws NotFound before the first deployment is through */
export async function readLiveTemplates(table: Table): Promise<TemplatesRevision> {
  return readTemplates(table, await readLiveRevision(table, published.templates));
}

/** @throws NotFound */
export async function readTemplates(table: Table, revision: number): Promise<TemplatesRevision> {
  const found = await findTemplates(table, revision);
  if (!found) throw new NotFound(`revision ${revision} of the templates`);
  return found;
}

type Note = Pick<TemplatesRevision, 'revision' | 'at' | 'author' | 'note' | 'hash' | 'proven'>;

/** What a revision says of itself. */
export function noteOf({ revision, at, author, note, hash, proven }: Note) {
  return { revision, author, note, hash, ...(at !== undefined && { at }), ...(proven && { proven }) };
}

export async function listAll({ table }: Services, { caller }: Exchange) {
  admin(caller);
  const { parts, ...live } = await readLiveTemplates(table);
  const { ownVariables } = await import('../../mail/build/build-template.ts');
  const revisionOf = (locale: Locale, message: MessageName): number =>
    parts[part.template(locale, message)] ?? live.revision;
  const messages = messageNames.map((message) => ({
    message,
    category: categoryOf(message),
    audience: audienceOf(message),
    variables: ownVariables(message),
    revisions: {
      en: revisionOf('en', message),
      es: revisionOf('es', message),
      fr: revisionOf('fr', message),
    },
  }));
  return { live: noteOf(live), messages };
}

export async function listTemplateRevisions({ table }: Services, { caller }: Exchange) {
  admin(caller);
  const revisions = await listRevisions(table, published.templates, templatesNote);
  return { revisions: revisions.map((one) => ({ ...noteOf(one), changed: one.changed })) };
}

interface OnTemplate extends Exchange {
  readonly params: { readonly message: MessageName; readonly locale: Locale };
  readonly query: { readonly revision?: number | undefined };
}

export async function readSource(
  { table }: Services,
  { caller, params: { message, locale }, query }: OnTemplate,
) {
  admin(caller);
  const whole =
    query.revision === undefined
      ? await readLiveTemplates(table)
      : await readTemplates(table, query.revision);
  const id = part.template(locale, message);
  const revision = whole.parts[id];
  const source = revision === undefined ? undefined : await findSource(table, id, revision);
  if (revision === undefined || source === undefined) throw new NotFound(`the source of ${id}`);
  return { message, locale, revision, source };
}

interface Previewing extends Exchange {
  readonly params: { readonly message: MessageName };
  readonly body: {
    readonly sources?: Readonly<Partial<Record<Locale, string>>> | undefined;
    readonly locales?: readonly Locale[] | undefined;
  };
}

/** A message as people would read it, in each language with each sample; a source with an error has no preview. */
export async function preview({ table }: Services, { caller, params: { message }, body }: Previewing) {
  admin(caller);
  const { revision } = await readLiveTemplates(table);
  const { built, problems } = await buildSources({ [message]: body.sources ?? {} }, (locale) =>
    readStationery(table, revision, locale, message),
  );
  const [{ render }, { readSamples }] = await Promise.all([
    import('../../mail/render.ts'),
    import('../../publishing/samples.ts'),
  ]);
  const samples = await readSamples(message);
  const previews = await Promise.all(
    (body.locales ?? locales).map(async (locale) => {
      const edited = built.find((one) => one.locale === locale);
      if (edited && !edited.template) return [];
      const stationery = await readStationery(table, revision, locale, message);
      const template = edited?.template ?? stationery.template;
      return samples
        .filter((sample) => sample.locale === locale)
        .map(({ case: name, zone, message: sample }) => {
          const { subject, html, text } = render({ ...stationery, template, message: sample, locale, zone });
          return { locale, case: name, subject, html, text };
        });
    }),
  );
  return { previews: previews.flat(), problems };
}
