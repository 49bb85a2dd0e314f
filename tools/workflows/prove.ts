import { parseArgs } from 'node:util';
import * as z from 'zod';
import { proofText } from './print-proof.ts';
import { progressLine } from './progress.ts';
import { proveInThreads } from './prove-in-threads.ts';
import { currentTexts, parsed, withEdits } from './read.ts';
import { type Run, UsageError } from './subcommand.ts';
import { templateFault } from './template-fault.ts';

/** More situations than any part of the shipped machines has, with room for an edit. */
const room = 20_000;

/**
 * `npm run workflows -- prove [--edit FILE]… [--places N] [--json]`: gives 0 when all ten rules hold, else 1.
 * `--places` is how many situations of a part are looked at before it is given up.
 */
export const run: Run = async (args, surroundings) => {
  const { edit: edits, places, json } = readArguments(args);
  const texts = withEdits(currentTexts(surroundings.root), edits, surroundings);
  const { settings } = parsed(texts);
  const fault = await templateFault(texts, surroundings.root);
  const progress = progressLine();
  const edited = { machines: texts.machines, settings, templateFault: fault };
  const proof = await proveInThreads(edited, places, (seen, waiting) =>
    progress.show(`${seen} situations seen, ${waiting} to look at`),
  );
  progress.clear();
  surroundings.print(json ? `${JSON.stringify(proof, undefined, 2)}\n` : proofText(proof));
  return proof.holds ? 0 : 1;
};

function readArguments(args: string[]): { edit: string[]; places: number; json: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        edit: { type: 'string', multiple: true, default: [] },
        places: { type: 'string', default: String(room) },
        json: { type: 'boolean', default: false },
      },
    });
    const places = z.coerce.number().int().positive().safeParse(values.places);
    if (!places.success) throw new Error(`--places takes a number above 0, not ${values.places}.`);
    return { ...values, places: places.data };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
