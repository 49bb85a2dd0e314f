import { badRequest } from './errors.ts';

/** The bare, lower-cased address of `Name <local@domain>` or `local@domain`; no check of its form. */
export function bareAddress(text: string): string {
  const open = text.lastIndexOf('<');
  const inner =
    open >= 0 && text.trimEnd().endsWith('>') ? text.slice(open + 1, text.lastIndexOf('>')) : text;
  return inner.trim().toLowerCase();
}

/** The part after the last `@`, lower-cased. */
export function domainOf(text: string): string {
  const address = bareAddress(text);
  return address.slice(address.lastIndexOf('@') + 1);
}

/**
 * Refuses what SES refuses in an address: non-ASCII text (SES has no SMTPUTF8; display names must come as
 * RFC 2047 encoded words) and a missing local part or domain. Throws `BadRequestException`.
 */
export function checkAddress(text: string): void {
  if (!/^[\x20-\x7e]+$/.test(text)) {
    throw badRequest('Local address contains control or non-ASCII characters');
  }
  if (!/^[^\s@<>",;]+@[^\s@<>",;.]+(\.[^\s@<>",;.]+)+$/.test(bareAddress(text))) {
    throw badRequest("Missing final '@domain'");
  }
}
