import { variable } from '../../domain/environment.ts';
import { letterLinks } from '../adapters/letter-links.ts';
import type { About } from '../adapters/letter-links.ts';
import { openLinks } from '../adapters/links.ts';
import { openMailer } from '../adapters/mailer.ts';
import { openTable } from '../adapters/store/table.ts';
import { readEnvironment } from './environment.ts';

const names = [
  variable.table,
  variable.linkKey,
  variable.siteUrl,
  variable.mailFrom,
  variable.marketingFrom,
  variable.replyTo,
  variable.configurationSet,
] as const;

/** What a function works with that writes and sends mail. */
export function mailServices() {
  const environment = readEnvironment(...names);
  const links = openLinks(environment.LINK_KEY_ID);
  return {
    environment,
    table: openTable(environment.TABLE_NAME),
    linksOf: (about: About) => letterLinks(links, environment.SITE_URL, about),
    mailer: openMailer(environment.CONFIGURATION_SET),
  };
}
