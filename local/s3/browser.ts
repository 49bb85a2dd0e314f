import type { AwsResponse } from '../service.ts';
import { addressOf } from './address.ts';
import { corsHeaders } from './cors.ts';
import { accessDenied, errorReply, notImplemented, S3Error } from './errors.ts';
import { uploadByForm } from './form-upload.ts';
import { type Call, locate, operationOf, type S3Request } from './operations.ts';
import {
  checkLifetime,
  checkSignature,
  credentialScope,
  presignedStringToSign,
  signatureOf,
} from './signature.ts';
import { authorize, type BrowserOptions, signer } from './signer.ts';

async function presigned(options: BrowserOptions, call: Call): Promise<AwsResponse> {
  const { query } = call.request;
  const scope = credentialScope(query.get('X-Amz-Credential') ?? '');
  const { caller, secretAccessKey } = signer(options, scope.accessKeyId);
  checkSignature(
    query.get('X-Amz-Signature') ?? '',
    signatureOf(secretAccessKey, scope, presignedStringToSign(call.request)),
  );
  checkLifetime(query, options.wall.now());
  await authorize(options, caller, call);
  return operationOf(call).run(options.storage, call);
}

function preflight({ localOrigins }: BrowserOptions, { bucket, request }: Call): AwsResponse {
  const { headers } = request;
  const asked = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  const allowed = corsHeaders(bucket.cors, localOrigins(), {
    origin: headers['origin'] ?? '',
    method: headers['access-control-request-method'] ?? '',
    headers: asked.filter((name) => name !== ''),
  });
  if (allowed === undefined) {
    throw new S3Error('AccessForbidden', 403, 'CORSResponse: This CORS request is not allowed.');
  }
  return { status: 200, headers: allowed, body: '' };
}

async function answer(options: BrowserOptions, call: Call): Promise<AwsResponse> {
  const { method, query } = call.request;
  if (method === 'OPTIONS') {
    return preflight(options, call);
  }
  if (query.has('X-Amz-Signature')) {
    return presigned(options, call);
  }
  if (method === 'POST' && call.key === '') {
    return uploadByForm(options, call);
  }
  throw method === 'POST' ? notImplemented('POST to an object') : accessDenied('Access Denied');
}

/**
 * Answers what comes without an Authorization header: form uploads, presigned URLs and preflights. Errors are
 * S3's XML documents and carry CORS headers too, so that a page may read them.
 */
export async function browserReply(options: BrowserOptions, request: S3Request): Promise<AwsResponse> {
  const origin = request.headers['origin'];
  let cors: Record<string, string> = {};
  try {
    const call = {
      ...locate(options.storage, addressOf(request.path, request.headers['host'] ?? '')),
      request,
    };
    if (origin !== undefined) {
      cors =
        corsHeaders(call.bucket.cors, options.localOrigins(), {
          origin,
          method: request.method,
          headers: [],
        }) ?? {};
    }
    const reply = await answer(options, call);
    return { ...reply, headers: { ...cors, ...reply.headers } };
  } catch (error) {
    if (!(error instanceof S3Error)) {
      throw error;
    }
    const reply = errorReply(error);
    return { ...reply, headers: { ...cors, ...reply.headers } };
  }
}
