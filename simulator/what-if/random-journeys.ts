import type { Random } from '../asl/random.ts';
import { scenario } from './scenario.ts';
import type { Journey } from './many.ts';

const hour = 3_600_000;
const quarter = 90 * 24;

/** So many journeys, made up: people mostly decide in time, some never do; forms are sent at any hour of a quarter. */
export function* randomJourneys(count: number, random: Random, from: string): Generator<Journey> {
  const begin = Date.parse(from);
  for (let index = 0; index < count; index += 1) {
    const acts = [...decisions(random), ...ofCandidate(random)];
    const made = { name: `random-${index + 1}`, title: 'Made up', consents: random() < 0.6, acts };
    const at = new Date(begin + Math.floor(random() * quarter) * hour).toISOString();
    yield { scenario: scenario.parse(made), at };
  }
}

/** A time that is mostly short, and sometimes far too long. */
const within = (random: Random, hours: number): string =>
  `PT${Math.max(1, Math.round(-Math.log(1 - random()) * hours * 60))}M`;

type Act = Readonly<Record<string, string | number>>;

function decisions(random: Random): Act[] {
  if (random() < 0.15) return [];
  const shortlisted = random() < 0.4;
  const first: Act = {
    act: 'decide',
    on: 'shortlist',
    outcome: shortlisted ? 'shortlisted' : 'declined',
    after: within(random, 24),
  };
  if (!shortlisted || random() < 0.1) return [first];
  const interviewers = random() < 0.5 ? 1 : 2;
  const arranged: Act = { act: 'schedule', after: within(random, 12), startsIn: 'P2D', interviewers };
  const given = [1, 2]
    .slice(0, interviewers)
    .flatMap((interviewer): Act[] =>
      random() < 0.2 ? [] : [{ act: 'feedback', interviewer, after: within(random, 30) }],
    );
  const approved: Act[] = random() < 0.1 ? [] : [{ act: 'approve', after: within(random, 24) }];
  const outcome = random() < 0.3 ? 'hired' : 'declined';
  const last: Act[] =
    random() < 0.1 ? [] : [{ act: 'decide', on: 'next-step', outcome, after: within(random, 20) }];
  return [first, arranged, ...given, ...approved, ...last];
}

function ofCandidate(random: Random): Act[] {
  const chance = random();
  if (chance < 0.05) return [{ act: 'withdraw', after: within(random, 72) }];
  if (chance < 0.08) return [{ act: 'bounce', after: 'PT2M' }];
  if (chance > 0.15) return [];
  const asked: Act = { act: 'ask', wants: 'answer', after: within(random, 48) };
  return random() < 0.2 ? [asked] : [asked, { act: 'settle', outcome: 'answered', after: within(random, 6) }];
}
