import * as z from 'zod';

const machine = z.looseObject({ States: z.record(z.string(), z.unknown()) });

/** The states by which two definitions differ; a definition that is no JSON has none. */
export function compareStates(
  before: string,
  after: string,
): { added: string[]; removed: string[]; changed: string[] } {
  const [old, edited] = [statesOf(before), statesOf(after)];
  return {
    added: [...edited.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !edited.has(name)),
    changed: [...edited].flatMap(([name, state]) =>
      old.has(name) && JSON.stringify(old.get(name)) !== JSON.stringify(state) ? [name] : [],
    ),
  };
}

function statesOf(definition: string): Map<string, unknown> {
  try {
    return new Map(Object.entries(machine.parse(JSON.parse(definition)).States));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return new Map();
    throw error;
  }
}

/** The same in words: `adds 'Wait', changes 'Remind', 'Decide'`. */
export function statesInWords(before: string, after: string): string {
  const { added, removed, changed } = compareStates(before, after);
  const said = (verb: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${verb} ${names.map((name) => `'${name}'`).join(', ')}`];
  const words = [...said('adds', added), ...said('removes', removed), ...said('changes', changed)];
  return words.length === 0 ? 'changes no state' : words.join('; ');
}
