import { S3Error } from './errors.ts';
import type { FormFields } from './post-policy.ts';

/** A browser's upload form: the fields before the file, and the file. */
export interface UploadForm {
  readonly fields: FormFields;
  readonly fileName: string;
  readonly content: Buffer;
}

/** Reads a `multipart/form-data` body; like S3, ignores what comes after the file. Throws `MalformedPOSTRequest`. */
export async function readUploadForm(contentType: string, body: Buffer): Promise<UploadForm> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new S3Error(
      'MalformedPOSTRequest',
      400,
      'The body of your POST request is not well-formed multipart/form-data.',
    );
  }
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    if (name.toLowerCase() === 'file') {
      const [fileName, bytes] =
        typeof value === 'string' ? ['', value] : [value.name, await value.arrayBuffer()];
      const content = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes);
      return { fields, fileName, content };
    }
    if (typeof value === 'string') {
      fields.set(name.toLowerCase(), value);
    }
  }
  throw new S3Error('InvalidArgument', 400, 'POST requires exactly one file upload per request.');
}
