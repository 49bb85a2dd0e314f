import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import * as z from 'zod';
import { Hindered, UsageError } from '../subcommand.ts';

/** Where the browser comes back to; infra/constructs/staff.ts allows it. */
const callback = 'http://localhost:4819/';

const issued = z.object({ token: z.string() });

/**
 * A token for the admin API: that of `HEARBACK_TOKEN`; on the laptop that of the colleague named; elsewhere that of
 * whoever signs in with the browser. It is kept nowhere.
 * @throws UsageError when nobody is named, Hindered when nobody can be signed in
 */
export async function tokenFor(origin: string, as: string | undefined): Promise<string> {
  const given = process.env['HEARBACK_TOKEN'];
  if (given !== undefined && given !== '') return given;
  if (!isLaptop(origin)) return byBrowser(origin);
  if (as === undefined) throw new UsageError('On the laptop say who you are: --as grace-okafor');
  const answer = await fetch(`${origin}/_local/token?user=${encodeURIComponent(as)}`).catch(() => undefined);
  if (!answer) throw new Hindered(`Nothing answers at ${origin}: is npm start running?`);
  if (!answer.ok) throw new Hindered(`There is nobody called ${as} on this laptop.`);
  return issued.parse(await answer.json()).token;
}

const isLaptop = (origin: string): boolean => ['127.0.0.1', 'localhost'].includes(new URL(origin).hostname);

const consoleConfig = z.object({ clientId: z.string(), signIn: z.url() });
const tokens = z.object({ id_token: z.string() });

/**
 * Authorization code with PKCE through the browser, for a program that can keep no secret: RFC 8252, section 7.3,
 * and RFC 7636.
 */
async function byBrowser(origin: string): Promise<string> {
  const { clientId, signIn } = consoleConfig.parse(
    await (await fetch(`${origin}/console/config.json`)).json(),
  );
  const [state, verifier] = [randomBytes(16).toString('hex'), randomBytes(32).toString('base64url')];
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    scope: 'openid email profile',
    state,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  process.stderr.write(`Sign in with your browser: ${signIn}/oauth2/authorize?${asked.toString()}\n`);
  const answer = await fetch(`${signIn}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: callback,
      code: await codeFor(state),
      code_verifier: verifier,
    }),
  });
  if (!answer.ok) throw new Hindered(`Signing in was refused: ${answer.status}`);
  return tokens.parse(await answer.json()).id_token;
}

/** Waits for the browser to come back with a code. */
function codeFor(state: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', callback);
    const code = searchParams.get('code');
    if (searchParams.get('state') !== state) {
      response.writeHead(400).end('This is not the sign-in that was asked for.');
      return;
    }
    response.end('You are signed in: go back to the command line.');
    server.close();
    if (code === null) reject(new Hindered(`Signing in was refused: ${searchParams.get('error') ?? ''}`));
    else resolve(code);
  });
  server.on('error', reject).listen(Number(new URL(callback).port), '127.0.0.1');
  return promise;
}
