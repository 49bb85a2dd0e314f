import { short } from '../messages/values.ts';

/** What mail programs make a link of, or lead to: a scheme, `www.`, an `@`, a number of four parts. */
const address = /:\/\/|www\.|@|\d\.\d/i;

/** Two words joined by a full stop, as `shop.example`; initials (`J.R.R. Tolkien`) are no such words. */
const host = /[\p{L}\p{N}-]{2}[.。]\p{L}{2}|[\p{L}\p{N}][.。]\p{Ll}{2}/u;

/**
 * A name as somebody types it, who may not be its owner: it greets the reader of a mail, so it must be nothing that a
 * mail program turns into a link. A real name that looks like one passes with a space after the full stop.
 */
export const typedName = short.refine(
  (name) => {
    const plain = name.normalize('NFKC');
    return !address.test(plain) && !host.test(plain);
  },
  { error: 'must be a name: no web or e-mail address, and a space after a full stop' },
);
