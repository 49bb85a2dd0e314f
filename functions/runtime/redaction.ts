const secretKeys = new Set([
  'address',
  'authorization',
  'body',
  'candidate',
  'email',
  'event',
  'name',
  'note',
  'phone',
  'tasktoken',
  'text',
  'token',
  'url',
]);

const address = /[^\s@"'<>,;:]+@[^\s@"'<>,;:]+\.[\p{L}\d-]+/gu;
const bearer = /\bBearer\s+\S+/gi;

/**
 * Takes personal data and credentials out of whatever is about to be logged: a second line of defence
 * behind not logging them. A replacer for `JSON.stringify`.
 */
export function redact(key: string, value: unknown): unknown {
  if (secretKeys.has(key.toLowerCase()) && value !== undefined) return '[redacted]';
  if (typeof value !== 'string') return value;
  return value.replace(address, '[address]').replace(bearer, '[credential]');
}
