import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code, type AssetCode } from 'aws-cdk-lib/aws-lambda';
import { writeBundle, type Bundles } from '../../tools/bundle-functions.ts';
import { inRepository } from '../paths.ts';

/**
 * The bundle of a handler, made before the stack is composed (tools/bundle-functions.ts): neither Docker nor `npx`.
 * A stack that is composed without bundling, as tests do, needs none.
 */
export function bundle(entry: string, bundles: Bundles | undefined): AssetCode {
  return Code.fromAsset(inRepository('functions'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: `tryBundle` below does it. The command tells one bundle of the folder from another.
      image: DockerImage.fromRegistry('none'),
      command: [entry],
      local: {
        tryBundle(directory) {
          const made = bundles?.get(entry);
          if (made === undefined) throw new Error(`${entry} has not been bundled`);
          writeBundle(made, directory);
          return true;
        },
      },
    },
  });
}
