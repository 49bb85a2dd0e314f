import { setTimeout as sleep } from 'node:timers/promises';
import { publishableSettings } from '../../../domain/settings/publishable.ts';
import { statesInWords } from '../../../domain/workflows/compare-states.ts';
import type { Run, Surroundings } from '../subcommand.ts';
import type { Api } from './api.ts';
import { canaryIn, forceIn, noteIn, argumentsOf, releaseIn } from './arguments.ts';
import { readFiles } from './files.ts';
import { liveOf } from './live-texts.ts';
import type { Pair } from './live-texts.ts';

interface Asked {
  readonly note: string;
  readonly from: number | undefined;
  readonly canary: { readonly percent: number; readonly hours: number } | undefined;
  readonly force: { readonly reason: string } | undefined;
}

/** `publish --note TEXT [FILE…]`: publishes what differs from what is live; checked and proved first. */
export const run: Run = async (args, surroundings) => {
  const { signIn, values, positionals } = argumentsOf(args, {
    note: { type: 'string' },
    from: { type: 'string' },
    canary: { type: 'string' },
    force: { type: 'string' },
  });
  const asked = askedFor(values);
  const files = readFiles(positionals, surroundings);
  const api = await signIn();
  const pairs = await liveOf(api, files);
  const changed = pairs.filter(({ text, live }) => text !== live);
  if (changed.length === 0) {
    surroundings.print('nothing differs from what is live\n');
    return 0;
  }
  await publishWorkflows(api, changed, asked, surroundings);
  await publishSettings(api, changed, asked, surroundings);
  await publishTemplates(api, changed, asked, surroundings);
  return 0;
};

function askedFor(values: Readonly<Record<string, unknown>>): Asked {
  const { from } = values;
  return {
    note: noteIn(values),
    from: typeof from === 'string' ? releaseIn(from) : undefined,
    canary: canaryIn(values),
    force: forceIn(values),
  };
}

async function publishWorkflows(
  api: Api,
  changed: readonly Pair[],
  { note, from, canary, force }: Asked,
  { print }: Surroundings,
): Promise<void> {
  const edited = changed.flatMap((one) => (one.kind === 'workflow' ? [one] : []));
  if (edited.length === 0) return;
  for (const { title, live, text } of edited) print(`${title} ${statesInWords(live, text)}\n`);
  const definitions = Object.fromEntries(edited.map(({ workflow, text }) => [workflow, text]));
  if (!force) await prove(api, { definitions }, print);
  const ifMatch = from ?? (await api.ask('listReleases')).live.release;
  const body = { definitions, note, ...(canary && { canary }), ...(force && { force }) };
  const { release } = await api.ask('publishWorkflows', { body, ifMatch });
  const reach = canary
    ? `${canary.percent} % of new applications start on it, all of them in ${canary.hours} h`
    : 'new applications start on it; those under way keep theirs';
  print(`release ${release.release} is published: ${reach}\n`);
}

async function publishSettings(
  api: Api,
  changed: readonly Pair[],
  { note, from, force }: Asked,
  { print }: Surroundings,
): Promise<void> {
  const edited = changed.find(({ kind }) => kind === 'settings');
  if (!edited) return;
  const settings = publishableSettings.parse(JSON.parse(edited.text));
  if (!force) await prove(api, { settings }, print);
  const ifMatch = from ?? (await api.ask('readSettings')).revision;
  const body = { settings, note, ...(force && { force }) };
  const { live } = await api.ask('publishSettings', { body, ifMatch });
  print(`revision ${live.revision} of the settings is published\n`);
}

async function publishTemplates(
  api: Api,
  changed: readonly Pair[],
  { note, from }: Asked,
  { print }: Surroundings,
): Promise<void> {
  const edited = changed.flatMap((one) => (one.kind === 'template' ? [one] : []));
  if (edited.length === 0) return;
  const edits = Object.fromEntries(
    [...Map.groupBy(edited, ({ message }) => message)].map(([message, all]) => [
      message,
      Object.fromEntries(all.map(({ locale, text }) => [locale, text])),
    ]),
  );
  const ifMatch = from ?? (await api.ask('listTemplates')).live.revision;
  const { live } = await api.ask('publishTemplates', { body: { edits, note }, ifMatch });
  print(
    `revision ${live.revision} of the templates is published: ${edited.map(({ title }) => title).join(', ')}\n`,
  );
}

/** Asks for a proof and waits until it is there; whether it holds is for the API to judge. */
async function prove(api: Api, edit: unknown, print: Surroundings['print']): Promise<void> {
  print('proving that nobody is left in silence, about a minute …\n');
  let view = await api.ask('requestProof', { body: edit });
  while (view.status === 'requested' || view.status === 'running') {
    await sleep(2000);
    view = await api.ask('readProof', { params: { proof: view.proof } });
  }
  for (const { title, verdict, why } of view.result?.verdicts ?? [])
    print(`  ${verdict.padEnd(10)} ${title}${why === undefined ? '' : `: ${why}`}\n`);
}
