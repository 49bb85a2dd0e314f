import type { DatabaseSync } from 'node:sqlite';
import { accountId, region } from '../assembly/identity.ts';
import { parseJson } from '../assembly/json.ts';
import type { Model } from '../assembly/model.ts';
import { createControl, type Controls } from '../control/control.ts';
import { createSignIn, type SignIn } from '../oidc/sign-in.ts';
import { createControlPage } from '../page/control-page.ts';
import type { LocalHandler } from '../rest/exchange.ts';
import { createRestApi, type RestApi } from '../rest/rest-api.ts';
import { compressing } from '../rest/compression.ts';
import { fileHeaders } from '../rest/file-headers.ts';
import { pageFunction } from '../rest/page-function.ts';
import { siteHeaders } from '../rest/site-headers.ts';
import { createStaticSite } from '../rest/static-site.ts';
import staff from '../seed/staff.json' with { type: 'json' };
import type { Clock } from '../service.ts';
import { InvokePermissions } from './invoke-permissions.ts';
import type { Services } from './services.ts';

export interface WebOptions {
  readonly model: Model;
  readonly db: DatabaseSync;
  readonly clock: Clock;
  readonly wall: Clock;
  readonly services: Services;
  readonly siteUrl: string;
  /** Where uploads go: pages must be allowed to call it. */
  readonly awsUrl: string;
  /** Directory of the built pages. */
  readonly siteDirectory: string;
  readonly controls: Controls;
  readonly report: (fault: string) => void;
}

/** What the web address of one stack consists of. */
export interface Web {
  readonly api: RestApi;
  readonly signIn: SignIn;
  readonly local: readonly LocalHandler[];
  readonly site: LocalHandler;
}

/** Puts the stack's API, sign-in, pages and controls together. */
export async function createWeb(options: WebOptions): Promise<Web> {
  const { model, db, clock, wall, services, siteUrl, awsUrl, siteDirectory, controls, report } = options;
  const { resources } = model;
  const signIn = await createSignIn({ database: db, resources, region, accounts: staff, wall });
  const permissions = new InvokePermissions(resources);
  const headersAt = siteHeaders(resources, [awsUrl]);
  const api = createRestApi({
    resources,
    accountId,
    edgeHeaders: headersAt('/api/'),
    database: db,
    clock,
    wall,
    verifier: signIn.tokens,
    invoke: async (functionArn, event, sourceArn) => {
      permissions.check(functionArn, 'apigateway.amazonaws.com', sourceArn);
      return parseJson((await services.lambda.invoke(functionArn, JSON.stringify(event))).payload);
    },
    report,
  });
  const page = createControlPage({
    mails: services.ses.mails,
    about: () => ({
      staff,
      apiKeys: api.keys.map(({ name, value }) => ({ name, value })),
      links: [
        { title: 'Careers page', href: `${siteUrl}/careers/` },
        { title: 'Console of the hiring team', href: `${siteUrl}/console/` },
      ],
    }),
  });
  const headersOf = fileHeaders(model.deployments);
  const site = createStaticSite(siteDirectory, pageFunction(resources), headersAt, headersOf);
  const pages = compressing(resources, site);
  const consoleConfig = JSON.stringify({ clientId: signIn.pool.clients[0]?.id, signIn: signIn.prefix });
  return {
    api,
    signIn,
    local: [createControl(controls), page],
    // A deployment puts this file next to the pages; it names the user pool, so no build can.
    site: async (request) =>
      request.path === '/console/config.json'
        ? {
            status: 200,
            headers: {
              ...headersAt(request.path),
              ...headersOf('console/config.json'),
              'content-type': 'application/json',
            },
            body: consoleConfig,
          }
        : pages(request),
  };
}
