import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

const schemas = /[\\/]@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;
const manifests = /[\\/]@aws-sdk[\\/](?:client|lib)-[\w-]+[\\/]package\.json$/;

const paginators = /[\\/]@aws-sdk[\\/]lib-[\w-]+[\\/]dist-es[\\/]pagination[\\/]\w+Paginator\.js$/;
const ownSha256 =
  /[\\/]@smithy[\\/]core[\\/]dist-es[\\/]submodules[\\/]checksum[\\/]sha256[\\/]Sha256Js\.js$/;

const endpointCache = /[\\/]@aws-sdk[\\/]endpoint-cache[\\/]dist-es[\\/]EndpointCache\.js$/;

const multiRegion = /^@aws-sdk\/signature-v4-multi-region$/;
const sesClient = /[\\/]@aws-sdk[\\/]client-sesv2[\\/]/;

const oneRegion = `
import { SignatureV4 } from '@smithy/signature-v4';
export class SignatureV4MultiRegion extends SignatureV4 {
  static sigv4aDependency() { return 'none'; }
}`;

const constant = /^((?:export )?(?:var|const) [\w$]+ = )(\[[\s\S]*?\]);$/gm;
const registration = /^n0_registry\.registerError\([\w$]+, (\w+)\);$/gm;
const retryable = /^export class (\w+) extends [^}]*?\n {4}\$retryable = /gm;

/**
 * Lets esbuild leave out the operations of an AWS client that nobody calls. The client describes all of them in
 * constants whose computed keys look like side effects: here each is declared to have none. The classes of errors
 * that nobody names go too: such an error arrives as the exception of its service, its `name`, message, `$fault` and
 * status as ever (`getErrorSchemaOrThrowBaseException` of @aws-sdk/core). Those with a `$retryable` of their own stay.
 * `named` tells whether the product's code names an error.
 * @throws Error when a client's file no longer looks like that: its bundle would silently grow
 */
export function leanSdk(named: (error: string) => boolean): Plugin {
  return {
    name: 'lean-sdk',
    setup(build) {
      build.onLoad({ filter: schemas }, async ({ path }) => {
        const [text, errors] = await Promise.all([
          readFile(path, 'utf8'),
          readFile(join(dirname(path), '..', 'models', 'errors.js'), 'utf8'),
        ]);
        const kept = new Set([...errors.matchAll(retryable)].map(([, name = '']) => name));
        return { contents: leanSchemas(text, (error) => kept.has(error) || named(error), path) };
      });
      // Unlike the clients, this package does not say that its modules have no side effects.
      build.onLoad({ filter: paginators }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replace(
          '= createPaginator(',
          '= /* @__PURE__ */ createPaginator(',
        ),
      }));
      // SHA-256 in JavaScript, for a Node.js that was built without it: Lambda's is not.
      build.onLoad({ filter: ownSha256 }, () => ({ contents: 'export const Sha256Js = undefined;' }));
      // Made for each client of DynamoDB and asked by no command of it: endpoints are discovered for Timestream.
      build.onLoad({ filter: endpointCache }, () => ({ contents: 'export class EndpointCache {}' }));
      // The client of SES may sign for several regions, with a package that nobody has installed; for one region it is the
      // ordinary signer. The client of S3 keeps its own, which also signs with the credentials of a session.
      build.onResolve({ filter: multiRegion }, ({ path, importer, resolveDir }) =>
        sesClient.test(importer) ? { path, namespace: 'one-region', pluginData: resolveDir } : undefined,
      );
      build.onLoad({ filter: /^/, namespace: 'one-region' }, ({ pluginData: resolveDir }) => ({
        contents: oneRegion,
        resolveDir,
      }));
      // A client reads nothing but its own version out of there.
      build.onLoad({ filter: manifests }, async ({ path }) => {
        const { version }: { version: unknown } = JSON.parse(await readFile(path, 'utf8'));
        return { contents: JSON.stringify({ version }), loader: 'json' };
      });
    },
  };
}

/** The text of a `schemas_0.js`, every constant pure and only the errors registered that are `kept`. */
export function leanSchemas(text: string, kept: (error: string) => boolean, path: string): string {
  const pure = text.replaceAll(constant, '$1/* @__PURE__ */ (() => $2)();');
  const lean = pure.replaceAll(registration, (line, error: string) => (kept(error) ? line : ''));
  if (pure === text || lean === pure)
    throw new Error(`${path} is not made as expected: see tools/bundles/lean-sdk.ts`);
  return lean;
}
