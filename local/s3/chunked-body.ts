import { crc32 } from 'node:zlib';
import { S3Error } from './errors.ts';

interface DecodedBody {
  readonly content: Buffer;
  /** Trailing headers by lower-cased name. */
  readonly trailers: Readonly<Record<string, string>>;
}

const malformed = (): S3Error =>
  new S3Error('IncompleteBody', 400, 'The request body is not well-formed aws-chunked content');

/** Takes `aws-chunked` content apart (the SDK sends streams so, with a checksum at the end). Throws `IncompleteBody`. */
function decodeChunks(body: Buffer): DecodedBody {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const end = body.indexOf('\r\n', position);
    const length = Number.parseInt(body.toString('latin1', position, end).split(';', 1)[0] ?? '', 16);
    if (end < 0 || Number.isNaN(length)) {
      throw malformed();
    }
    position = end + 2;
    if (length === 0) {
      break;
    }
    if (position + length > body.length) {
      throw malformed();
    }
    chunks.push(body.subarray(position, position + length));
    position += length + 2;
  }
  const lines = body
    .toString('latin1', position)
    .split('\r\n')
    .filter((line) => line !== '');
  const trailers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { content: Buffer.concat(chunks), trailers: Object.fromEntries(trailers) };
}

/** The body of an upload by the SDK, its CRC32 checked where one came along. Throws `BadDigest`. */
export function bodyOf(headers: Readonly<Record<string, string>>, body: Buffer): Buffer {
  const isChunked = (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const { content, trailers } = isChunked ? decodeChunks(body) : { content: body, trailers: {} };
  const given = headers['x-amz-checksum-crc32'] ?? trailers['x-amz-checksum-crc32'];
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  if (given !== undefined && given !== checksum.toString('base64')) {
    throw new S3Error('BadDigest', 400, 'The CRC32 you specified did not match the calculated checksum.');
  }
  return content;
}
