import type { Application } from '../../domain/application/application.ts';
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

/** Whoever reads a letter: their language and IANA zone, and the templates they are kept to, if not the live ones. */
type Reader = Pick<Application, 'locale' | 'zone' | 'pins'>;

interface Written {
  readonly letter: Letter;
  readonly phrases: Stationery['phrases'];
}

/**
 * Writes a message for its reader.
 * @throws NotFound when a template is missing
 */
export async function letterOf(
  table: Table,
  message: Message,
  { locale, zone, pins }: Reader,
): Promise<Written> {
  const revision = pins?.templates ?? (await readLiveRevision(table, published.templates));
  const stationery = await readStationery(table, revision, locale, message.name);
  return { letter: render({ ...stationery, message, locale, zone }), phrases: stationery.phrases };
}

/**
 * Writes a message from facts, in the templates the application keeps to. Colleagues read their own language and
 * the company's time, candidates theirs.
 * @throws InvalidInput when a fact is missing, NotFound when a template is
 */
export async function writeLetter(
  table: Table,
  name: MessageName,
  facts: Facts,
): Promise<Written & { readonly message: Message; readonly locale: Locale }> {
  const { application, colleague, settings } = facts;
  const locale = colleague?.locale ?? application.locale;
  const zone = colleague ? settings.calendar.zone : application.zone;
  const message = compose(name, facts);
  return { ...(await letterOf(table, message, { locale, zone, pins: application.pins })), message, locale };
}
