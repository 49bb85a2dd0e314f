import type { DeploymentModel } from '../assembly/model.ts';

type Uploads = Pick<DeploymentModel, 'prefix' | 'exclude' | 'include' | 'cacheControl'>;

/** `*` stands for anything, folders too, `?` for one character: the patterns of `aws s3 sync`. */
function matcherOf(pattern: string): RegExp {
  if (/[[\]]/.test(pattern)) throw new Error(`the laptop cannot tell what ${pattern} matches`);
  const source = pattern.replace(/[.+^${}()|\\]/g, String.raw`\$&`);
  return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}

/** Excluded files are left out unless they are included again, as CDK orders the two. */
function taking({ exclude, include }: Uploads): (file: string) => boolean {
  const [left, taken] = [exclude, include].map((patterns) => patterns.map(matcherOf));
  const among = (matchers: readonly RegExp[] = [], file: string) =>
    matchers.some((matcher) => matcher.test(file));
  return (file) => !among(left, file) || among(taken, file);
}

/**
 * The headers that files of the site have of their own, from the deployment that uploads them: how long they may be
 * kept. Takes a file's path below the site's root, `careers/index.html`. A later deployment overwrites an earlier one.
 */
export function fileHeaders(
  deployments: readonly Uploads[],
): (file: string) => Readonly<Record<string, string>> {
  const uploads = deployments
    .map((deployment) => ({ ...deployment, takes: taking(deployment) }))
    .toReversed();
  return (file) => {
    const upload = uploads.find(
      ({ prefix, takes }) => file.startsWith(prefix) && takes(file.slice(prefix.length)),
    );
    return upload?.cacheControl === undefined ? {} : { 'cache-control': upload.cacheControl };
  };
}
