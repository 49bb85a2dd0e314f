import type { ResumeType } from '../api/intake/resume.ts';

/** How many bytes from the beginning tell what a file is. Readers of PDF look for its mark that far. */
export const beginningBytes = 1024;

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zip = [0x50, 0x4b, 0x03, 0x04];
const utf16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

const begins = (head: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, position) => head[position] === byte);

/**
 * Whether a file that begins with these bytes can be of the type that it was uploaded as; a program that calls itself a
 * PDF is none. DOC is a compound file (MS-CFB 2.2), DOCX and ODT are archives (APPNOTE.TXT 4.3.7), PDF says so
 * (ISO 32000-1, 7.5.2), and a text has no zero byte unless it is UTF-16.
 */
export function isOfType(type: ResumeType, head: Uint8Array): boolean {
  switch (type) {
    case 'application/pdf':
      return new TextDecoder('latin1').decode(head.subarray(0, beginningBytes)).includes('%PDF-');
    case 'application/msword':
      return begins(head, compound);
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
    case 'application/vnd.oasis.opendocument.text':
      return begins(head, zip);
    case 'text/plain':
      return utf16.some((mark) => begins(head, mark)) || !head.includes(0);
  }
}
