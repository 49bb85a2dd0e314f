import { existsSync, readFileSync } from 'node:fs';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, but a process.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, as Linux counts it; '' where that cannot be known. */
function startTime(pid: number): string {
  const path = `/proc/${pid}/stat`;
  // The second field is the program's name in brackets and may hold spaces; the 22nd is the start time.
  return existsSync(path) ? (readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '') : '';
}

/** Text that tells a process from a later one with the same id. */
export function processIdentity(pid: number): string {
  return `${pid} ${startTime(pid)}`.trim();
}

/** The process id of an identity, if that very process still runs. */
export function runningProcess(identity: string): number | undefined {
  const pid = Number(identity.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && processIdentity(pid) === identity.trim()
    ? pid
    : undefined;
}
