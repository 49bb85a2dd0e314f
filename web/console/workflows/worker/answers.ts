import { isMessageName, messageNames } from '../../../../domain/messages/messages.ts';
import { locales } from '../../../../domain/messages/locale.ts';
import { contextOf } from '../../../../simulator/lint/context.ts';
import { lintDefinition } from '../../../../simulator/lint/lint.ts';
import { parts, searchPart } from '../../../../simulator/proof/parts.ts';
import { conclude as concludeProof } from '../../../../simulator/proof/prove.ts';
import { compared } from '../../../../simulator/what-if/compared.ts';
import { differences } from '../../../../simulator/what-if/difference.ts';
import { playMany } from '../../../../simulator/what-if/many.ts';
import { readMachines } from '../../../../simulator/what-if/model/machines.ts';
import { play } from '../../../../simulator/what-if/play.ts';
import type { Version } from '../../../../simulator/what-if/play.ts';
import { journeyOf } from '../../../../simulator/what-if/recorded.ts';
import { scenarios } from '../../../../simulator/what-if/scenarios.ts';
import { honestly } from './cannot-try.ts';
import type { Edition, Progress, Simulated, Work } from './contract.ts';

type Ask<K extends keyof Work> = Work[K]['asked'];
type Give<K extends keyof Work> = Promise<Work[K]['answer']>;

/** So many situations of a part are looked at; the shipped machines need a third of it. */
const room = 20_000;

/** What is wrong with a machine, beside the others as they are. */
export async function lint({ edition, name }: Ask<'lint'>): Give<'lint'> {
  const context = contextOf(new Map(Object.entries(edition.machines)), new Set(edition.templates));
  return lintDefinition(name, edition.machines[name] ?? '', context);
}

/** Plays journeys, and each again as it is now. @throws InvalidDefinition */
export function simulate({ edited, published, scenarios: names, at }: Ask<'simulate'>): Give<'simulate'> {
  return honestly(async () => {
    const [one, other] = [versionOf(edited), versionOf(published)];
    const simulated: Simulated[] = [];
    for (const scenario of scenarios.filter(({ name }) => names.includes(name))) {
      const played = await play(one, scenario, { at, states: true });
      const before = await play(other, scenario, { at });
      simulated.push({ title: scenario.title, played, noticed: differences(before, played) });
    }
    return simulated;
  });
}

/** Plays past applications against an edit, each also as it is now. @throws InvalidDefinition, Unplayable */
export function replay(
  { edited, published, journeys }: Ask<'replay'>,
  onProgress: (progress: Progress) => void,
): Give<'replay'> {
  const played = journeys.map(journeyOf);
  return honestly(async () => {
    const summary = await playMany(played, versionOf(edited), versionOf(published), (places) =>
      onProgress({ places, waiting: played.length - places }),
    );
    return { ...summary, ...compared(summary) };
  });
}

export const countParts = async (): Give<'parts'> => parts.length;

/** Looks at every path of one part of the proof. @throws InvalidDefinition */
export function search(
  { edition, part: index }: Ask<'search'>,
  onProgress: (progress: Progress) => void,
): Give<'search'> {
  const part = parts[index];
  if (part === undefined) throw new Error(`there is no part ${index}`);
  return honestly(() =>
    searchPart(edition, part, room, (places, waiting) => onProgress({ places, waiting }), true),
  );
}

/** The proof that follows from what was found in all parts. */
export async function conclude({ edition, found }: Ask<'conclude'>): Give<'conclude'> {
  const { machines, settings } = edition;
  return concludeProof({ machines, settings, templateFault: templateFault(edition) }, found);
}

const versionOf = ({ machines, settings }: Edition): Version => ({
  machines: readMachines(machines),
  settings,
});

/** A message that is not written, or that no machine can send; their texts are checked where they are published. */
function templateFault({ machines, templates }: Edition): string | undefined {
  for (const [machine, text] of Object.entries(machines))
    for (const [, name = ''] of text.matchAll(/"message":\s*"([^"{][^"]*)"/g))
      if (!isMessageName(name)) return `${machine} sends '${name}', and there is no such message`;
  const missing = locales
    .flatMap((locale) => messageNames.map((message) => `${locale}/${message}`))
    .find((path) => !templates.includes(path));
  return missing === undefined ? undefined : `${missing} is not written`;
}
