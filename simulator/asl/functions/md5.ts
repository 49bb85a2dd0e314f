const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const SINES = Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32));

/** The MD5 digest of bytes, in hexadecimal: https://www.rfc-editor.org/rfc/rfc1321. Browsers have none of their own. */
export function md5(bytes: Uint8Array): string {
  const words = new DataView(padded(bytes));
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let offset = 0; offset < words.byteLength; offset += 64) state = digested(state, words, offset);
  const digest = new DataView(new ArrayBuffer(16));
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word, true);
  return [...new Uint8Array(digest.buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A one bit, zeros, and the length in bits, so that blocks of 64 bytes come out. */
function padded(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64);
  const all = new Uint8Array(buffer);
  all.set(bytes);
  all[bytes.length] = 0x80;
  new DataView(buffer).setBigUint64(buffer.byteLength - 8, BigInt(bytes.length) * 8n, true);
  return buffer;
}

function digested(before: readonly number[], words: DataView, offset: number): number[] {
  let [a = 0, b = 0, c = 0, d = 0] = before;
  for (let step = 0; step < 64; step += 1) {
    const round = Math.floor(step / 16);
    const { mixed, word } = mix(round, step, b, c, d);
    const sum = a + mixed + (SINES[step] ?? 0) + words.getUint32(offset + word * 4, true);
    const shift = SHIFTS[round]?.[step % 4] ?? 0;
    const turned = (sum << shift) | ((sum >>> 0) >>> (32 - shift));
    [a, b, c, d] = [d, b + turned, b, c];
  }
  return [a, b, c, d].map((word, index) => (word + (before[index] ?? 0)) >>> 0);
}

function mix(round: number, step: number, b: number, c: number, d: number): { mixed: number; word: number } {
  if (round === 0) return { mixed: (b & c) | (~b & d), word: step };
  if (round === 1) return { mixed: (d & b) | (~d & c), word: (5 * step + 1) % 16 };
  if (round === 2) return { mixed: b ^ c ^ d, word: (3 * step + 5) % 16 };
  return { mixed: c ^ (b | ~d), word: (7 * step) % 16 };
}
