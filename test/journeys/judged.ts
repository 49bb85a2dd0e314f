import * as people from '../../local/demo/people.ts';
import type { Stage } from '../../local/demo/stage.ts';

/** Every interviewer of an application has given feedback, and nobody has approved any. Gives the interview's id. */
export async function judged(stage: Stage, applied: people.Applied): Promise<string> {
  await people.decide(stage, applied, { outcome: 'shortlisted' });
  await stage.advance({ by: 'PT11M' });
  const startsAt = new Date(Date.parse(await stage.now()) + 86_400_000).toISOString();
  const { interviewId, endsAt } = await people.schedule(stage, applied, startsAt);
  await stage.advance({ to: endsAt });
  await stage.advance({ by: 'PT5M' });
  await people.giveFeedback(stage, 'tom-becker', 'tom.becker@shopwithus.example');
  await people.giveFeedback(stage, 'lin-zhao', 'lin.zhao@shopwithus.example');
  await stage.advance({ by: 'PT5M' });
  return interviewId;
}
