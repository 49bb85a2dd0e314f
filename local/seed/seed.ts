import jobs from './jobs.json' with { type: 'json' };

/** Who an admin of the sample company is on the laptop; see local/oidc for all accounts. */
const admin = 'grace-okafor';

/**
 * Gives a fresh cloud the jobs of the sample company, through the staff API like anybody would. Jobs that
 * are there already stay as they are. Gives the number of jobs made.
 */
export async function seed(siteUrl: string): Promise<number> {
  const signedIn = await fetch(`${siteUrl}/_local/token?user=${admin}`);
  const { token } = (await signedIn.json()) as { token: string };
  let made = 0;
  for (const job of jobs) {
    const answer = await fetch(`${siteUrl}/api/staff/jobs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(job),
    });
    if (answer.status === 409) continue;
    if (!answer.ok) throw new Error(`job ${job.jobId} was refused: ${answer.status} ${await answer.text()}`);
    made += 1;
  }
  return made;
}
