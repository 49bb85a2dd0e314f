import { locale } from '../../../domain/messages/locale.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { messageNames } from '../../../domain/messages/messages.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { workflowNames } from '../../../domain/workflows/names.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { settingsIn } from '../read.ts';
import type { Api } from './api.ts';
import type { Files } from './files.ts';
import { inOrderOf } from './in-order.ts';

/** A file beside what is live of the same thing. */
export type Pair = { readonly title: string; readonly text: string; readonly live: string } & (
  | { readonly kind: 'workflow'; readonly workflow: WorkflowName }
  | { readonly kind: 'template'; readonly message: MessageName; readonly locale: Locale }
  | { readonly kind: 'settings' }
);

/** Settings as their file has them: the public holidays are looked up when they are published. */
function asInFile(settings: Settings): Settings {
  const { calendar } = settings;
  return { ...settings, calendar: { ...calendar, holidays: { ...calendar.holidays, dates: [] } } };
}

const textOf = (settings: unknown): string => `${JSON.stringify(settings, undefined, 2)}\n`;

/** Each file with what is live. */
export async function liveOf(api: Api, files: Files): Promise<Pair[]> {
  return [
    ...(await workflowsOf(api, files)),
    ...(await settingsOf(api, files)),
    ...(await templatesOf(api, files)),
  ];
}

function workflowsOf(api: Api, { definitions }: Files): Promise<Pair[]> {
  return Promise.all(
    workflowNames.flatMap((workflow) => {
      const text = definitions[workflow];
      if (text === undefined) return [];
      const params = { workflow, revision: 'live' };
      const title = `${workflow}.asl.json`;
      return [
        api
          .ask('readWorkflowRevision', { params })
          .then(({ definition }): Pair => ({ kind: 'workflow', workflow, title, text, live: definition })),
      ];
    }),
  );
}

async function settingsOf(api: Api, { settings }: Files): Promise<Pair[]> {
  if (settings === undefined) return [];
  const { settings: published } = await api.ask('readSettings');
  // Compared by what they say: the file may be written in another way.
  const edited = asInFile(settingsIn(settings));
  const live = textOf(inOrderOf(asInFile(published), edited));
  return [{ kind: 'settings', title: 'settings.json', text: textOf(edited), live }];
}

async function templatesOf(api: Api, { sources }: Files): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const message of messageNames)
    for (const of of locale.options) {
      const text = sources[message]?.[of];
      if (text === undefined) continue;
      const { source } = await api.ask('readTemplate', { params: { message, locale: of } });
      pairs.push({ kind: 'template', message, locale: of, title: `${of}/${message}.md`, text, live: source });
    }
  return pairs;
}
