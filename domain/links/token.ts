import { LinkInvalid } from './link.ts';

/** Bytes of an HMAC-SHA-256. */
const macLength = 32;
/** Bytes of the expiry: milliseconds since 1970 fit into six until the year 10889. */
const expiryLength = 6;

interface Signed {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  readonly mac: Uint8Array;
}

/** Packs a signed id into the text that stands in a link: base64url of expiry, MAC and id. */
export function encodeToken({ id, expires, mac }: Signed): string {
  const text = new TextEncoder().encode(id);
  const bytes = new Uint8Array(expiryLength + macLength + text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(expires / 2 ** 32));
  view.setUint32(2, expires % 2 ** 32);
  bytes.set(mac, expiryLength);
  bytes.set(text, expiryLength + macLength);
  return base64url(bytes);
}

/**
 * Unpacks a token, and verifies nothing yet.
 * @throws LinkInvalid when it cannot be one
 */
export function decodeToken(token: string): Signed {
  const bytes = bytesOf(token);
  if (bytes === undefined || bytes.length <= expiryLength + macLength) throw new LinkInvalid();
  const view = new DataView(bytes.buffer);
  return {
    expires: view.getUint16(0) * 2 ** 32 + view.getUint32(2),
    mac: bytes.slice(expiryLength, expiryLength + macLength),
    id: new TextDecoder().decode(bytes.slice(expiryLength + macLength)),
  };
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(token: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]{8,1024}$/.test(token) || token.length % 4 === 1) return undefined;
  const binary = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
  // The last character has bits to spare; only one spelling of them is the token that was issued.
  return base64url(bytes) === token ? bytes : undefined;
}
