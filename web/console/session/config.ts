import * as z from 'zod';

/** Where the console signs in; written at deployment, because one build serves every deployment. */
const config = z.strictObject({
  /** Client of the user pool. */
  clientId: z.string(),
  /** Address of the sign-in pages, which have Cognito's paths; a path on the laptop. */
  signIn: z.string(),
});
export type Config = z.output<typeof config>;

/** @throws Error when the deployment has no configuration for the console */
export async function readConfig(): Promise<Config> {
  const answer = await fetch('/console/config.json', { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`/console/config.json was answered ${answer.status}`);
  return config.parse(await answer.json());
}
