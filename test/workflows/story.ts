import { NotAllowed, NotFound } from '../../domain/steps/errors.ts';
import { Journey } from './journey.ts';
import type { Beginning } from './journey.ts';

/** What people do and when, in order: the offset from the submission, and the act. */
export type Story = readonly (readonly [offset: string, act: (journey: Journey) => void])[];

const interview = (journey: Journey): string => [...journey.office.interviews.keys()].at(-1) ?? '';

const decide =
  (gateId: string, outcome: Parameters<Journey['people']['decide']>[1]) =>
  ({ people }: Journey): void =>
    people.decide(gateId, outcome);

const schedule =
  (startsAt: string, interviewers?: string[]) =>
  (journey: Journey): void =>
    void journey.people.schedule(new Date(journey.after(startsAt)).toISOString(), interviewers);

/** Invited after 20 hours, interviewed by two on the third day, both have given feedback, and it is approved. */
const interviewed: Story = [
  ['20:00', decide('shortlist-1', 'shortlisted')],
  ['26:00', schedule('50:00', ['tom-becker', 'lin-zhao'])],
  ['53:00', (journey) => journey.people.giveFeedback(interview(journey), 'tom-becker')],
  ['54:00', (journey) => journey.people.giveFeedback(interview(journey), 'lin-zhao')],
  ['56:00', (journey) => journey.people.approve(interview(journey))],
];

export const stories = {
  undecided: [],
  declined: [['20:00', decide('shortlist-1', 'declined')]],
  hired: [...interviewed, ['58:00', decide('next-step-2', 'hired')]],
  'declined after the interview': [...interviewed, ['58:00', decide('next-step-2', 'declined')]],
  'declined while a date was sought': [
    ['20:00', decide('shortlist-1', 'shortlisted')],
    ['26:00', decide('interview-date-1', 'declined')],
  ],
  'no date in sight': [['20:00', decide('shortlist-1', 'shortlisted')]],
  'another interview': [
    ...interviewed,
    ['58:00', decide('next-step-2', 'another-interview')],
    ['60:00', schedule('75:00')],
    ['77:00', (journey) => journey.people.giveFeedback(interview(journey), 'tom-becker')],
    ['78:00', (journey) => journey.people.approve(interview(journey))],
    ['79:00', decide('next-step-3', 'hired')],
  ],
  'interview cancelled': [
    ['20:00', decide('shortlist-1', 'shortlisted')],
    ['26:00', schedule('50:00')],
    ['30:00', (journey) => journey.people.cancel(interview(journey))],
    ['32:00', schedule('55:00')],
    ['57:00', (journey) => journey.people.giveFeedback(interview(journey), 'tom-becker')],
    ['58:00', (journey) => journey.people.approve(interview(journey))],
    ['59:00', decide('next-step-3', 'hired')],
  ],
  'interview rescheduled': [
    ['20:00', decide('shortlist-1', 'shortlisted')],
    ['26:00', schedule('50:00')],
    [
      '30:00',
      (journey) =>
        journey.people.reschedule(interview(journey), new Date(journey.after('74:00')).toISOString()),
    ],
  ],
  'one interviewer silent': [
    ['20:00', decide('shortlist-1', 'shortlisted')],
    ['26:00', schedule('50:00', ['tom-becker', 'lin-zhao'])],
    ['53:00', (journey) => journey.people.giveFeedback(interview(journey), 'tom-becker')],
    ['124:00', (journey) => journey.people.approve(interview(journey))],
    ['125:00', decide('next-step-2', 'hired')],
  ],
  'silence after the interview': [
    ['20:00', decide('shortlist-1', 'shortlisted')],
    ['26:00', schedule('50:00', ['tom-becker', 'lin-zhao'])],
  ],
  withdrawn: [['20:00', ({ people }) => void people.withdraw()]],
} as const satisfies Record<string, Story>;

export type StoryName = keyof typeof stories;

/** Plays a story from the beginning; what follows by itself after its last act is left to the caller. */
export async function play(name: StoryName, how: Beginning = {}): Promise<Journey> {
  const journey = new Journey(how);
  await journey.begin();
  for (const [offset, act] of stories[name]) {
    await journey.at(offset);
    try {
      act(journey);
    } catch (error) {
      // Where a machine could not go on, people find nothing to act on any more.
      const broken = journey.world.executions().some(({ status }) => status === 'FAILED');
      if (!broken || !(error instanceof NotAllowed || error instanceof NotFound)) throw error;
    }
    await journey.world.settle();
  }
  return journey;
}

/** Plays a story and lets time go by until every machine has ended. */
export async function playOut(name: StoryName, how: Beginning = {}): Promise<Journey> {
  const journey = await play(name, how);
  await journey.end();
  return journey;
}
