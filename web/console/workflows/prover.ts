import { Engine } from './engine.ts';
import type { Edition, PartFound, Progress, Proof } from './worker/contract.ts';

/** A proof under way. */
export interface Proving {
  readonly proof: Promise<Proof>;
  readonly stop: () => void;
}

const most = 4;

/**
 * Proves an edition with a thread for each core but one, four at most; `onProgress` hears of all together. The proof
 * rejects with GivenUp when it is stopped, and with EngineRefused for a definition that cannot run.
 */
export function proveInBrowser(edition: Edition, onProgress: (progress: Progress) => void): Proving {
  const count = Math.max(1, Math.min(most, navigator.hardwareConcurrency - 1));
  const engines = Array.from({ length: count }, () => new Engine());
  const stop = () => {
    for (const engine of engines) engine.stop();
  };
  return { proof: proveWith(engines, edition, onProgress).finally(stop), stop };
}

async function proveWith(
  engines: readonly Engine[],
  edition: Edition,
  onProgress: (progress: Progress) => void,
): Promise<Proof> {
  const [first] = engines;
  if (first === undefined) throw new Error('a proof needs an engine');
  const count = await first.ask('parts', undefined);
  const left = Array.from({ length: count }, (_, part) => part);
  const seen = new Map<number, Progress>();
  const found: PartFound[] = [];
  const lane = async (engine: Engine) => {
    for (let part = left.shift(); part !== undefined; part = left.shift()) {
      const index = part;
      found[index] = await engine.ask('search', { edition, part }, (progress) => {
        seen.set(index, progress);
        onProgress(together([...seen.values()]));
      });
      const { places } = found[index];
      seen.set(index, { places, waiting: 0 });
    }
  };
  await Promise.all(engines.map(lane));
  return first.ask('conclude', { edition, found });
}

const together = (all: readonly Progress[]): Progress => ({
  places: all.reduce((sum, { places }) => sum + places, 0),
  waiting: all.reduce((sum, { waiting }) => sum + waiting, 0),
});
