import * as people from './people.ts';
import type { Applied, Candidate } from './people.ts';
import type { Stage } from './stage.ts';

interface Play {
  readonly stage: Stage;
  readonly who: Candidate;
  readonly shopKey: string;
}

const reasons = [
  {
    code: 'experience',
    task: 'advising customers about garden plants',
    shown: 'experience at a supermarket till',
  },
];

const day = 86_400_000;

/** Ten in the morning, UTC, two days on, or on the Monday after if that is a weekend. */
function tenOnAWorkday(now: string): string {
  const date = new Date(Date.parse(now.slice(0, 10)) + 2 * day);
  const weekend = [1, 0, 0, 0, 0, 0, 2][date.getUTCDay()] ?? 0;
  return new Date(date.getTime() + weekend * day + 10 * 3_600_000).toISOString();
}

/** Up to the interview: shortlisted after 30 hours, scheduled the next morning. */
async function untilInterview({ stage, who }: Play): Promise<{ applied: Applied; interviewId: string }> {
  const applied = await people.apply(stage, who);
  await stage.advance({ by: 'PT30H' });
  await people.decide(stage, applied, { outcome: 'shortlisted' });
  const { interviewId, endsAt } = await people.schedule(
    stage,
    applied,
    tenOnAWorkday(await stage.advance({ by: 'PT14H' })),
  );
  await stage.advance({ to: endsAt });
  return { applied, interviewId };
}

/** Both interviewers answer within a day, the lead approves, the candidate reads. */
async function withFeedback(play: Play): Promise<Applied> {
  const { stage } = play;
  const { applied, interviewId } = await untilInterview(play);
  await stage.advance({ by: 'PT5H' });
  await people.giveFeedback(stage, 'tom-becker', 'tom.becker@shopwithus.example');
  await stage.advance({ by: 'PT20H' });
  await people.giveFeedback(stage, 'lin-zhao', 'lin.zhao@shopwithus.example');
  await stage.advance({ by: 'PT3H' });
  await people.approve(stage, applied, interviewId);
  await stage.advance({ by: 'PT2H' });
  return applied;
}

/** What can happen to an application, played by everybody it needs; each ends when the journey does. */
export const scenarios = {
  /** Shortlisted; one interviewer never answers; declined after the interview. */
  shortlisted: async (play: Play): Promise<Applied> => {
    const { stage } = play;
    const { applied, interviewId } = await untilInterview(play);
    await stage.advance({ by: 'PT5H' });
    await people.giveFeedback(stage, 'tom-becker', 'tom.becker@shopwithus.example');
    // Lin Zhao is reminded, escalated past and not waited for any longer.
    await stage.advance({ by: 'P3D' });
    await people.approve(stage, applied, interviewId);
    await stage.advance({ by: 'PT2H' });
    await people.decide(stage, applied, {
      outcome: 'declined',
      reasons,
      strength: 'You asked the customer three questions before you suggested a plant.',
    });
    await stage.advance({ by: 'P5D' });
    return applied;
  },

  /** Declined with a reason after 20 hours. */
  declined: async ({ stage, who }: Play): Promise<Applied> => {
    const applied = await people.apply(stage, who);
    await stage.advance({ by: 'PT20H' });
    await people.decide(stage, applied, { outcome: 'declined', reasons });
    await stage.advance({ by: 'P5D' });
    return applied;
  },

  /** Nobody in the company ever does anything. */
  silent: async ({ stage, who }: Play): Promise<Applied> => {
    const applied = await people.apply(stage, who);
    await stage.advance({ by: 'P8D' });
    return applied;
  },

  /** The candidate changes their mind after 30 hours. */
  withdrawn: async ({ stage, who }: Play): Promise<Applied> => {
    const applied = await people.apply(stage, who);
    await stage.advance({ by: 'PT30H' });
    await people.withdraw(stage, who, applied);
    await stage.advance({ by: 'P5D' });
    return applied;
  },

  /** Hired after one interview, and a customer for it. */
  hired: async (play: Play): Promise<Applied> => {
    const { stage, who, shopKey } = play;
    const applied = await withFeedback(play);
    await people.decide(stage, applied, { outcome: 'hired' });
    await stage.advance({ by: 'P3D' });
    await people.redeem(stage, who, shopKey);
    await stage.advance({ by: 'P2D' });
    return applied;
  },
} as const;

export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];
