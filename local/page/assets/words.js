const ENCODED_WORD = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;

const bytesOf = (binary) => Uint8Array.from(binary, (character) => character.charCodeAt(0));
const unquote = (text) =>
  text
    .replaceAll('_', ' ')
    .replaceAll(/=([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Header text with its RFC 2047 encoded words read. */
export const headerText = (text) =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(ENCODED_WORD, (_, encoding, content) =>
      new TextDecoder().decode(bytesOf(encoding.toLowerCase() === 'b' ? atob(content) : unquote(content))),
    );

/** `Ana Ruiz` of `Ana Ruiz <ana@shop.example>`, else the address. */
export const displayName = (address) =>
  headerText(address)
    .replace(/\s*<[^>]*>$/, '')
    .replaceAll('"', '') || address;

/** Bytes in words. */
export const fileSize = (bytes) => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`);
