import { view } from './people.ts';
import { scenarios } from './scenarios.ts';
import type { ScenarioName } from './scenarios.ts';
import { Stage } from './stage.ts';
import type { Entry } from './stage.ts';

export interface Played {
  readonly name: ScenarioName;
  readonly startedAt: string;
  readonly outcome: string;
  readonly promises: { readonly kept: number; readonly broken: number };
  readonly timeline: readonly Entry[];
}

const candidates = {
  shortlisted: { name: 'Julia Perez', email: 'julia.perez@example.com' },
  declined: { name: 'Ben Okoro', email: 'ben.okoro@example.com' },
  silent: { name: 'Amira Haddad', email: 'amira.haddad@example.com' },
  withdrawn: { name: 'Piotr Nowak', email: 'piotr.nowak@example.com' },
  hired: { name: 'Maya Lindqvist', email: 'maya.lindqvist@example.com' },
} as const;

/** Plays one scenario on a running cloud with a frozen clock and tells what everybody did and heard. */
export async function play(siteUrl: string, shopKey: string, name: ScenarioName): Promise<Played> {
  const stage = new Stage(siteUrl);
  const startedAt = await stage.now();
  const before = (await stage.mails()).length;
  const applied = await scenarios[name]({ stage, who: candidates[name], shopKey });
  const { application, timeline } = await view(stage, applied);
  const mails = (await stage.mails()).filter(({ tags }) => tags['application'] === applied.applicationId);
  if (mails.length === 0 && before === 0) throw new Error('no mail was sent at all');
  // What one interviewer owes is a matter inside the company; the candidate was promised none of it.
  const settled = timeline.filter(({ detail }) => detail['kind'] !== 'feedback');
  const kept = settled.filter(({ type }) => type === 'PromiseKept').length;
  const broken = settled.filter(({ type }) => type === 'PromiseBroken').length;
  const told: Entry[] = mails.map((mail) => ({
    at: mail.at,
    actor: 'hearback',
    event: 'sends',
    to: mail.to.join(', '),
    ...(mail.tags['message'] !== undefined && { message: mail.tags['message'] }),
    subject: mail.subject,
  }));
  const promises: Entry[] = settled
    .filter(({ type }) => type === 'PromiseKept' || type === 'PromiseBroken')
    .map(({ at, type, detail }) => ({
      at,
      actor: 'record',
      event: `${type === 'PromiseKept' ? 'promise kept' : 'promise broken'}: ${String(detail['kind'])}`,
    }));
  return {
    name,
    startedAt,
    outcome: application.outcome ?? application.stage,
    promises: { kept, broken },
    timeline: [...stage.entries, ...promises, ...told].toSorted((one, other) => order(one, other)),
  };
}

/** By instant; at the same one what people do comes before what it causes. */
function order(one: Entry, other: Entry): number {
  if (one.at !== other.at) return Date.parse(one.at) - Date.parse(other.at);
  return Number(one.actor === 'hearback') - Number(other.actor === 'hearback');
}
