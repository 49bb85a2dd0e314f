import type { TableData } from './model/table.ts';

/** One thing that happened, as a person reads it. */
export interface Entry {
  readonly at: string;
  readonly what: 'enters' | 'acts' | 'hears' | 'held back' | 'promise' | 'task' | 'ends';
  /** Whom or what it is about: a machine, a person, a gate. */
  readonly who: string;
  readonly text: string;
  /** What a message names by instant. */
  readonly dates?: Readonly<Record<string, string>>;
}

/** Only new ones: entries of what one call or act changed in the table. */
export function changesBetween(before: TableData, after: TableData): Entry[] {
  if (before === after) return [];
  return [...promises(before, after), ...letters(before, after), ...tasks(before, after)];
}

function promises({ audit: before }: TableData, { audit: after }: TableData): Entry[] {
  return after.slice(before.length).map(({ at, type, about, due }) => ({
    at,
    what: 'promise',
    who: about,
    text: words[type] + (due === undefined || type === 'PromiseKept' ? '' : ` ${due}`),
  }));
}

const words = {
  PromiseMade: 'promised for',
  PromiseKept: 'kept',
  PromiseBroken: 'broken: it was promised for',
  PromiseExtended: 'promised anew for',
  OfferIssued: 'a code is issued',
} as const;

function letters({ ledger: before }: TableData, { ledger: after }: TableData): Entry[] {
  if (before === after) return [];
  return Object.entries(after)
    .filter(([key]) => !Object.hasOwn(before, key))
    .map(([, { at, message, to, status, why, dates }]) => ({
      at,
      what: status === 'sent' ? ('hears' as const) : ('held back' as const),
      who: to,
      text: message + (why === undefined ? '' : ` (${why})`),
      ...(Object.keys(dates).length > 0 && { dates }),
    }));
}

function tasks({ tasks: before }: TableData, { tasks: after }: TableData): Entry[] {
  if (before === after) return [];
  return Object.values(after)
    .filter(({ taskId }) => !Object.hasOwn(before, taskId))
    .map(({ raisedAt, owner, task, subject, due }) => ({
      at: raisedAt,
      what: 'task',
      who: owner,
      text: `${task} ${subject}, due ${due}`,
    }));
}
