import { compose } from '../../domain/letters/compose.ts';
import type { Facts } from '../../domain/letters/facts.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import type { Message, MessageName } from '../../domain/messages/messages.ts';
import { render } from '../mail/render.ts';
import type { Letter } from '../mail/render.ts';
import { published } from './store/keys.ts';
import { readLiveRevision } from './store/revisions.ts';
import type { Table } from './store/table.ts';
import { readStationery } from './store/templates.ts';
import type { Stationery } from './store/templates.ts';

interface Written {
  readonly message: Message;
  readonly letter: Letter;
  readonly locale: Locale;
  readonly phrases: Stationery['phrases'];
}

/**
 * Writes a message from facts, in the templates the application keeps to. Colleagues read their own language and
 * the company's time, candidates theirs.
 * @throws InvalidInput when a fact is missing, NotFound when a template is
 */
export async function writeLetter(table: Table, name: MessageName, facts: Facts): Promise<Written> {
  const { application, colleague, settings } = facts;
  const revision = application.pins?.templates ?? (await readLiveRevision(table, published.templates));
  const locale = colleague?.locale ?? application.locale;
  const zone = colleague ? settings.calendar.zone : application.zone;
  const stationery = await readStationery(table, revision, locale, name);
  const message = compose(name, facts);
  return {
    message,
    locale,
    phrases: stationery.phrases,
    letter: render({ ...stationery, message, locale, zone }),
  };
}
