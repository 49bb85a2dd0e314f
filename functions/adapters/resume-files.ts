import { GetObjectCommand, GetObjectTaggingCommand, NoSuchKey } from '@aws-sdk/client-s3';
import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import { SignatureV4 } from '@smithy/signature-v4';
import { resumeType } from '../../domain/api/intake/resume.ts';
import type { ResumeType } from '../../domain/api/intake/resume.ts';
import { beginningBytes, isOfType } from '../../domain/files/signature.ts';
import { scanTag, stateOfTag } from '../../domain/files/resume-state.ts';
import type { ResumeState } from '../../domain/files/resume-state.ts';
import type { Files } from './files.ts';

/** What can be said of a file, and the type of one that may be opened. */
type Look =
  | { readonly state: Exclude<ResumeState, 'clean'> }
  | { readonly state: 'clean'; readonly type: ResumeType };

/** Looks at a file: what a scanner has said of it, and whether it is what it was uploaded as. */
export async function lookAtResume(files: Files, key: string): Promise<Look> {
  const state = await scanned(files, key);
  if (state !== 'clean') return { state };
  // The bucket lets nobody read it before.
  const type = await typeOf(files, key);
  return type === undefined ? { state: 'disguised' } : { state, type };
}

async function scanned({ client, bucket }: Files, key: string): Promise<ResumeState> {
  try {
    const { TagSet = [] } = await client.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: key }));
    return stateOfTag(TagSet.find(({ Key }) => Key === scanTag)?.Value);
  } catch (error) {
    if (error instanceof NoSuchKey) return 'missing';
    throw error;
  }
}

/** The media type of a file, if the upload form takes it and the file begins as one of it does. */
async function typeOf({ client, bucket }: Files, key: string): Promise<ResumeType | undefined> {
  const { ContentType, Body } = await client.send(
    new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${beginningBytes - 1}` }),
  );
  const type = resumeType.safeParse(ContentType).data;
  const head = await Body?.transformToByteArray();
  return type !== undefined && head !== undefined && isOfType(type, head) ? type : undefined;
}

interface Download {
  readonly key: string;
  readonly fileName: string;
  readonly contentType: string;
  /** How long the address works, in seconds. Counted by S3, on the wall clock. */
  readonly seconds: number;
}

/** An address from which a browser saves one file, with the permissions of this function. It is a secret while it lasts. */
export async function downloadUrl(
  { client, bucket }: Files,
  { key, fileName, contentType, seconds }: Download,
): Promise<string> {
  const { config } = client;
  const { url } = await getEndpointFromInstructions({ Bucket: bucket, Key: key }, GetObjectCommand, {
    ...config,
  });
  const signer = new SignatureV4({
    service: 's3',
    region: config.region,
    credentials: config.credentials,
    sha256: config.sha256,
    // The path of a key is signed as it stands: S3 is the one service that escapes it once only.
    uriEscapePath: false,
  });
  const { protocol, hostname, port, pathname } = url;
  const signed = await signer.presign(
    {
      method: 'GET',
      protocol,
      hostname,
      ...(port !== '' && { port: Number(port) }),
      path: `${pathname.replace(/\/$/, '')}/${key}`,
      query: {
        'response-content-disposition': `attachment; filename="${fileName}"`,
        'response-content-type': contentType,
      },
      // What comes back is no part of what is signed.
      headers: { host: url.host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' },
    },
    { expiresIn: seconds },
  );
  const query = Object.entries(signed.query ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return `${url.origin}${signed.path}?${query.join('&')}`;
}
