import type { Played } from './play.ts';

/** A scenario as people read it: time since the application, who, what. */
export function print({ name, startedAt, outcome, promises, timeline }: Played): string {
  const lines = timeline.map(({ at, actor, event, to, message, subject }) => {
    const what = message === undefined ? event : `${event} ${message} to ${to ?? ''}: ${subject ?? ''}`;
    return `  ${since(startedAt, at).padStart(12)}  ${at.slice(0, 16).replace('T', ' ')}  ${actor.padEnd(16)} ${what}`;
  });
  return [
    `${name}: ${outcome}; promises kept ${promises.kept}, broken ${promises.broken}`,
    ...lines,
    '',
  ].join('\n');
}

/** "+1 d 14:24": days, then hours and minutes. */
function since(from: string, at: string): string {
  const minutes = Math.floor((Date.parse(at) - Date.parse(from)) / 60_000);
  const days = Math.floor(minutes / 1440);
  const clock = `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return days === 0 ? `+${clock}` : `+${days} d ${clock}`;
}
