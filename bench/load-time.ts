import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Imports the module it is given, then prints the processor time of the whole process so far, in ms. */
const script =
  'await import(process.argv[1]); const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);';

/** The middle one of an odd number of figures. */
function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}

/**
 * Processor time of a new process that loads a module and ends, in ms: the median of `rounds`, by module. Modules take
 * turns, so that a busy machine slows them alike; time spent waiting for a processor does not count.
 */
export async function loadTimes(
  modules: readonly string[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const taken = new Map(modules.map((module): [string, number[]] => [module, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [module, times] of taken) {
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, module]);
      times.push(Number(stdout));
    }
  }
  return new Map([...taken].map(([module, times]) => [module, median(times)]));
}
