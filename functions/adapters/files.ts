import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';

/** The bucket that résumés are uploaded to. */
export interface Files {
  readonly client: S3Client;
  readonly bucket: string;
}

/** Opens the bucket once per cold start. */
export function openFiles(bucket: string): Files {
  return { client: new S3Client({}), bucket };
}

interface Upload {
  readonly key: string;
  readonly contentType: string;
  readonly maxBytes: number;
  /** How long the form works, in seconds. Counted by S3, on the wall clock. */
  readonly seconds: number;
}

/** A form with which a browser uploads one file: exactly this key and type, and between 1 byte and the limit. */
export async function uploadForm(
  { client, bucket }: Files,
  { key, contentType, maxBytes, seconds }: Upload,
): Promise<{ url: string; fields: Record<string, string> }> {
  const { url, fields } = await createPresignedPost(client, {
    Bucket: bucket,
    Key: key,
    Fields: { 'Content-Type': contentType },
    Conditions: [
      ['eq', '$key', key],
      ['eq', '$Content-Type', contentType],
      ['content-length-range', 1, maxBytes],
    ],
    Expires: seconds,
  });
  return { url, fields };
}
