import type { Permission } from '../service.ts';
import { type Action, type Call, copySource, operationOf, type Storage } from './operations.ts';

/** What the bucket's key is asked for on the caller's behalf. */
const KEY_ACTION: Readonly<Record<string, string>> = {
  's3:PutObject': 'kms:GenerateDataKey',
  's3:GetObject': 'kms:Decrypt',
};

function permission(
  storage: Storage,
  { bucket, key }: Pick<Call, 'bucket' | 'key'>,
  [action, on]: Action,
  prefix?: string | null,
): Permission[] {
  const arn = on === 'bucket' ? bucket.arn : `${bucket.arn}/${key}`;
  const tags = Object.entries(storage.objects.find(bucket.name, key)?.tags ?? {});
  const context = {
    // Traffic on this machine's loopback stands for TLS.
    'aws:SecureTransport': 'true',
    's3:TlsVersion': '1.3',
    ...(on === 'bucket' && typeof prefix === 'string' && { 's3:prefix': prefix }),
    ...Object.fromEntries(tags.map(([name, value]) => [`s3:ExistingObjectTag/${name}`, value])),
  };
  const keyAction = KEY_ACTION[action];
  const viaService = { 'kms:ViaService': `s3.${storage.place.region}.amazonaws.com` };
  return [
    { action, resource: arn, context },
    ...(keyAction === undefined || bucket.keyArn === undefined
      ? []
      : [{ action: keyAction, resource: bucket.keyArn, context: viaService }]),
  ];
}

/** What IAM is asked before the operation runs, the bucket's own key included. */
export function permissionsOf(storage: Storage, call: Call): Permission[] {
  const isCopy = 'x-amz-copy-source' in call.request.headers;
  const prefix = call.request.query.get('prefix');
  return [
    ...operationOf(call).actions.flatMap((action) => permission(storage, call, action, prefix)),
    ...(isCopy ? permission(storage, copySource(storage, call.request), ['s3:GetObject', 'object']) : []),
  ];
}
