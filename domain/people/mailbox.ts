/** Providers that deliver to one mailbox wherever the dots are. */
const dotless = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox behind an address, by what mail makes of it: parts after a plus sign, and dots where the provider ignores
 * them, make no other one.
 */
export function mailboxOf(email: string): string {
  const [name = '', domain = ''] = email.normalize('NFKC').trim().toLowerCase().split('@');
  const [bare = ''] = name.split('+');
  const isDotless = dotless.has(domain);
  return `${isDotless ? bare.replaceAll('.', '') : bare}@${isDotless ? 'gmail.com' : domain}`;
}
