import type { Json, JsonObject } from '../asl/json.ts';
import { isJsonObject, parseJson } from '../asl/json.ts';

/** By state, inner ones too: the variables that are read in it or later, before they are assigned anew. */
export type Liveness = ReadonlyMap<string, ReadonlySet<string>>;

interface Edge {
  readonly to: string;
  readonly assigned: readonly string[];
}

/** What of a machine's variables still matters where. Takes the definition's text. */
export function livenessOf(text: string): Liveness {
  const live = new Map<string, Set<string>>();
  const read = (definition: Json): void => {
    if (!isJsonObject(definition) || !isJsonObject(definition['States'])) return;
    const states = Object.entries(definition['States']).flatMap(([name, state]) =>
      isJsonObject(state) ? [{ name, uses: usesOf(state), edges: edgesOf(state) }] : [],
    );
    for (const { name, uses } of states) live.set(name, uses);
    while (states.some(({ name, edges }) => grows(live, name, edges)));
    for (const state of Object.values(definition['States'])) {
      if (!isJsonObject(state)) continue;
      read(state['ItemProcessor'] ?? null);
      for (const branch of arrayOf(state['Branches'])) read(branch);
    }
  };
  read(parseJson(text));
  return live;
}

function grows(live: Map<string, Set<string>>, name: string, edges: readonly Edge[]): boolean {
  const mine = live.get(name) ?? new Set();
  const before = mine.size;
  for (const { to, assigned } of edges) {
    for (const variable of live.get(to) ?? []) if (!assigned.includes(variable)) mine.add(variable);
  }
  return mine.size > before;
}

const usesOf = (state: JsonObject): Set<string> =>
  new Set(
    [...JSON.stringify(state).matchAll(/\$(states\.input|[A-Za-z_]\w*)/g)].map(([, name = '']) => name),
  );

function edgesOf(state: JsonObject): Edge[] {
  const own = assignedBy(state);
  const onward = [state['Next'], state['Default']].flatMap((to) =>
    typeof to === 'string' ? [{ to, assigned: own }] : [],
  );
  const others = [...arrayOf(state['Choices']), ...arrayOf(state['Catch'])].flatMap((rule) =>
    isJsonObject(rule) && typeof rule['Next'] === 'string'
      ? [{ to: rule['Next'], assigned: assignedBy(rule) }]
      : [],
  );
  return [...onward, ...others];
}

const assignedBy = ({ Assign: assign }: JsonObject): string[] =>
  isJsonObject(assign) ? Object.keys(assign) : [];

const arrayOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
