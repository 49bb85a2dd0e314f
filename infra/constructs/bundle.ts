import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code, type AssetCode } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { inRepository } from '../paths.ts';

/**
 * Where the SDK would look for credentials if the environment had none. Lambda always sets them there, so these
 * packages are imported by nobody: leaving them out saves 120 kB of every bundle.
 */
const neverLoaded = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** A bundled CommonJS dependency may still call `require` for a part of Node. */
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * One handler and all it needs as `index.mjs`, made by esbuild in this process: neither Docker nor `npx`, a fifth of
 * a second each. The SDK is part of it: loading it so takes 69 ms instead of 240 (docs/architecture.md).
 */
export function bundle(entry: string): AssetCode {
  return Code.fromAsset(inRepository('functions'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: `tryBundle` below does it. The command tells one bundle of the folder from another.
      image: DockerImage.fromRegistry('none'),
      command: [entry],
      local: {
        tryBundle(directory) {
          buildSync({
            entryPoints: [inRepository(entry)],
            outfile: join(directory, 'index.mjs'),
            absWorkingDir: inRepository('.'),
            bundle: true,
            minify: true,
            legalComments: 'none',
            platform: 'node',
            target: 'node24',
            format: 'esm',
            mainFields: ['module', 'main'],
            external: neverLoaded,
            banner: { js: banner },
            logLevel: 'warning',
          });
          return true;
        },
      },
    },
  });
}
