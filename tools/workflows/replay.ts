import { resolve } from 'node:path';
import * as z from 'zod';
import { recordedJourney } from '../../domain/journeys/recorded.ts';
import type { RecordedJourney } from '../../domain/journeys/recorded.ts';
import type { Journey } from '../../simulator/what-if/many.ts';
import { journeyOf, Unplayable } from '../../simulator/what-if/recorded.ts';
import { argumentsOf } from './live/arguments.ts';
import { readFile } from './read-file.ts';
import { currentTexts, parsed, withEdits } from './read.ts';
import { optionsOf } from './replay-arguments.ts';
import { type Run, Unfit } from './subcommand.ts';
import { summarized } from './summarized.ts';

const file = z.strictObject({ journeys: z.array(recordedJourney) });

/**
 * `npm run workflows -- replay`: plays what was decided in past applications against an edit and shows who would have
 * heard earlier, and who later. They come from a file, or from a deployment. Gives 0.
 */
export const run: Run = async (args, surroundings) => {
  const { edit, recorded, last, json, site } = optionsOf(args);
  const texts = currentTexts(surroundings.root);
  const journeys =
    recorded === undefined
      ? await fromDeployment(site, last)
      : fromFile(resolve(surroundings.folder, recorded), recorded);
  const current = parsed(texts);
  const edited = parsed(withEdits(texts, edit, surroundings));
  const played = journeys.map(playable);
  if (played.length === 0 && !json) {
    surroundings.print('There is nothing to replay: no application has come to its end yet.\n');
    return 0;
  }
  surroundings.print(await summarized(played, { current, edited, total: played.length, json }));
  return 0;
};

async function fromDeployment(site: readonly string[], last: string): Promise<RecordedJourney[]> {
  const api = await argumentsOf([...site], {}).signIn();
  return (await api.ask('listRecorded', { query: { last } })).journeys;
}

/** @throws Unfit for a file that holds something else */
function fromFile(path: string, given: string): RecordedJourney[] {
  try {
    return file.parse(JSON.parse(readFile(path))).journeys;
  } catch (error) {
    if (error instanceof z.ZodError)
      throw new Unfit(`${given} holds no recorded journeys:\n${z.prettifyError(error)}`);
    if (error instanceof SyntaxError) throw new Unfit(`${given} is no JSON: ${error.message}`);
    throw error;
  }
}

/** @throws Unfit for acts that the simulation does not know */
function playable(recorded: RecordedJourney): Journey {
  try {
    return journeyOf(recorded);
  } catch (error) {
    if (error instanceof Unplayable) throw new Unfit(error.message);
    throw error;
  }
}
