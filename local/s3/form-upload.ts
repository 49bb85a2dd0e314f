import type { AwsResponse } from '../service.ts';
import { accessDenied, element, xmlReply } from './errors.ts';
import { announce, type Call, metadataOf } from './operations.ts';
import { checkPolicy, type FormFields, parsePolicy } from './post-policy.ts';
import { checkSignature, credentialScope, signatureOf } from './signature.ts';
import { authorize, type BrowserOptions, signer } from './signer.ts';
import { parseTagging } from './tags.ts';
import { readUploadForm } from './upload-form.ts';

/** Throws `AccessDenied` where a form lacks one of the fields a signature needs. */
function required(fields: FormFields, name: string): string {
  const value = fields.get(name);
  if (value === undefined) {
    throw accessDenied(`Bucket POST must contain a field named '${name}'.`);
  }
  return value;
}

function uploaded(fields: FormFields, { bucket, key }: Call, origin: string, etag: string): AwsResponse {
  const location = `${origin}/${bucket.name}/${encodeURIComponent(key)}`;
  const headers = { etag: `"${etag}"`, location };
  const redirect = fields.get('success_action_redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const url = new URL(redirect);
    Object.entries({ bucket: bucket.name, key, etag: `"${etag}"` }).forEach(([name, value]) =>
      url.searchParams.set(name, value),
    );
    return { status: 303, headers: { ...headers, location: url.href }, body: '' };
  }
  const members = { Location: location, Bucket: bucket.name, Key: key, ETag: `"${etag}"` };
  switch (fields.get('success_action_status')) {
    case '201':
      return xmlReply(
        201,
        'PostResponse',
        Object.entries(members)
          .map(([name, value]) => element(name, value))
          .join(''),
        headers,
      );
    case '200':
      return { status: 200, headers, body: '' };
    case undefined:
    default:
      return { status: 204, headers, body: '' };
  }
}

/** A form upload: signature, then policy, then the signer's permission, then the object. */
export async function uploadByForm(options: BrowserOptions, { request, bucket }: Call): Promise<AwsResponse> {
  const { storage } = options;
  const {
    fields: sent,
    fileName,
    content,
  } = await readUploadForm(request.headers['content-type'] ?? '', request.body);
  const key = required(sent, 'key').replaceAll('${filename}', () => fileName);
  const fields = new Map(sent).set('bucket', bucket.name).set('key', key);
  const policy = required(fields, 'policy');
  const scope = credentialScope(required(fields, 'x-amz-credential'));
  const { caller, secretAccessKey } = signer(options, scope.accessKeyId);
  checkSignature(required(fields, 'x-amz-signature'), signatureOf(secretAccessKey, scope, policy));
  checkPolicy(parsePolicy(policy), fields, content.length, options.wall.now());
  // What the upload needs is what PutObject of this key needs.
  const call: Call = { bucket, key, request: { ...request, method: 'PUT', query: new URLSearchParams() } };
  await authorize(options, caller, call);
  const object = storage.objects.put({
    bucket: bucket.name,
    key,
    content,
    modified: storage.clock.now(),
    contentType: fields.get('content-type') ?? 'binary/octet-stream',
    metadata: metadataOf(fields),
    tags: fields.has('tagging') ? parseTagging(fields.get('tagging') ?? '') : {},
  });
  announce(storage, bucket, 'Object Created', object, { reason: 'POST Object' });
  return uploaded(fields, call, `http://${request.headers['host']}`, object.etag);
}
