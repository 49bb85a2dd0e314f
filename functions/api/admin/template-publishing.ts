import { problemType } from '../../../domain/api/problem.ts';
import { Contended, NotAllowed } from '../../../domain/steps/errors.ts';
import { adminEventWrite } from '../../adapters/store/admin-events.ts';
import { publishTemplates, restoreTemplates } from '../../adapters/store/template-publishing.ts';
import { NotCommitted } from '../../adapters/store/table.ts';
import type { Write } from '../../adapters/store/table.ts';
import { part, readStationery } from '../../adapters/store/templates.ts';
import { templatesSince } from '../../publishing/meanwhile.ts';
import { buildSources } from '../../publishing/templates.ts';
import type { Sources } from '../../publishing/templates.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import { refuseIfChanged } from './demands.ts';
import type { Services } from './services.ts';
import { noteOf, readLiveTemplates, readTemplates } from './templates.ts';

interface Publishing extends Exchange {
  readonly headers: { readonly 'if-match': number };
  readonly body: { readonly edits: Sources; readonly note: string };
}

/** Publishes messages built from their sources; an error in one refuses them all. */
export async function publish({ table }: Services, { caller, headers, body, at }: Publishing) {
  const { id } = admin(caller);
  const live = await readLiveTemplates(table);
  const { built, problems } = await buildSources(body.edits, (locale, message) =>
    readStationery(table, live.revision, locale, message),
  );
  if (built.length === 0) throw new NotAllowed('there is nothing to publish: no source was sent');
  const parts = built.map(({ locale, message }) => part.template(locale, message));
  refuseIfChanged(await templatesSince(table, headers['if-match'], live.revision, parts));
  refuseProblems(problems);
  const given = Object.fromEntries(
    built.map(({ locale, message, source, template }) => [
      part.template(locale, message),
      { content: template, source },
    ]),
  );
  const { note } = body;
  const by = { author: id, note, at, proven: { verdict: 'none' as const } };
  const told = (revision: number): Write[] => [
    adminEventWrite(table, {
      at,
      type: 'TemplatesPublished',
      actor: id,
      note,
      detail: { revision, changed: parts.join(', ') },
    }),
  ];
  const revision = await orContended(publishTemplates(table, given, by, told, live.revision));
  if (revision === live.revision) throw new NotAllowed('there is nothing to publish: this is live already');
  return { live: noteOf(await readTemplates(table, revision)) };
}

interface Restoring extends Exchange {
  readonly params: { readonly revision: number };
  readonly headers: { readonly 'if-match': number };
  readonly body: { readonly note: string };
}

/** Lets every part be again as it was in an earlier revision. */
export async function restore({ table }: Services, { caller, params, headers, body, at }: Restoring) {
  const { id } = admin(caller);
  const [live, wanted] = await Promise.all([readLiveTemplates(table), readTemplates(table, params.revision)]);
  const changed = Object.keys(wanted.parts).filter((one) => wanted.parts[one] !== live.parts[one]);
  refuseIfChanged(await templatesSince(table, headers['if-match'], live.revision, changed));
  if (changed.length === 0) throw new NotAllowed('there is nothing to restore: this is live already');
  const { note } = body;
  const by = { author: id, note, at, proven: wanted.proven };
  const told = (revision: number): Write[] => [
    adminEventWrite(table, {
      at,
      type: 'TemplatesRestored',
      actor: id,
      note,
      detail: { revision, restores: wanted.revision },
    }),
  ];
  const revision = await orContended(restoreTemplates(table, wanted, { live, changed }, by, told));
  return { live: noteOf(await readTemplates(table, revision)) };
}

async function orContended(publishing: Promise<number>): Promise<number> {
  try {
    return await publishing;
  } catch (error) {
    if (error instanceof NotCommitted) throw new Contended('the templates');
    throw error;
  }
}

function refuseProblems(problems: Awaited<ReturnType<typeof buildSources>>['problems']): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new Refusal(422, {
    type: problemType.invalid,
    detail: 'a template has errors; see errors',
    errors: errors.map(({ message, locale, line, problem }) => ({
      field: `body.edits.${message}.${locale}:${line}`,
      message: problem,
    })),
  });
}
