import { GetObjectCommand, GetObjectTaggingCommand, HeadObjectCommand, NoSuchKey } from '@aws-sdk/client-s3';
import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import { SignatureV4 } from '@smithy/signature-v4';
import { scanTag, stateOfTag } from '../../domain/files/resume-state.ts';
import type { ResumeState } from '../../domain/files/resume-state.ts';
import type { Files } from './files.ts';

/** What a scanner has said of a file: the bucket lets nobody read it before. */
export async function stateOfResume({ client, bucket }: Files, key: string): Promise<ResumeState> {
  try {
    const { TagSet = [] } = await client.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: key }));
    return stateOfTag(TagSet.find(({ Key }) => Key === scanTag)?.Value);
  } catch (error) {
    if (error instanceof NoSuchKey) return 'missing';
    throw error;
  }
}

/** The media type that a file was uploaded as. */
export async function typeOfResume({ client, bucket }: Files, key: string): Promise<string | undefined> {
  return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))).ContentType;
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
