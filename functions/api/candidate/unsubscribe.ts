import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Locale } from '../../../domain/messages/locale.ts';
import { unsubscribed } from '../../../domain/people/person.ts';
import { changePerson, findPerson } from '../../adapters/store/people.ts';
import { acceptedLocale } from '../../runtime/accepted-locale.ts';
import { linkHolder } from '../../runtime/link-holder.ts';
import { escapeHtml, page } from '../../runtime/page.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { reply } from '../../runtime/reply.ts';
import type { Services } from '../link-services.ts';
import { unsubscribeWords } from './unsubscribe-words.ts';

/** What came with the link. */
interface Asked {
  readonly query: { readonly token?: string | undefined };
  readonly headers: { readonly 'accept-language'?: string | undefined };
  readonly at: string;
}

/** The page behind an unsubscribe link. It changes nothing: mail scanners open every link. */
export function showUnsubscribe({ table, links }: Services, asked: Asked): Promise<APIGatewayProxyResult> {
  return answered(asked, async (spoken) => {
    const holder = await linkHolder(links, 'unsubscribe', asked.query.token, asked.at);
    const locale = (await findPerson(table, holder))?.locale ?? spoken;
    const { ask, question } = unsubscribeWords[locale];
    // The form has no action, so it posts to the very address of the page, token and all.
    return page(
      locale,
      ask,
      `<p>${escapeHtml(question)}</p>
<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>${escapeHtml(ask)}</button></form>`,
    );
  });
}

/** Takes back the consent to offers, at once; a second click changes nothing. Somebody erased gets no offers either. */
export function unsubscribe({ table, links }: Services, asked: Asked): Promise<APIGatewayProxyResult> {
  return answered(asked, async (spoken) => {
    const holder = await linkHolder(links, 'unsubscribe', asked.query.token, asked.at);
    const known = await findPerson(table, holder);
    if (known) await changePerson(table, holder, (person) => unsubscribed(person, asked.at));
    const locale = known?.locale ?? spoken;
    const { done, still } = unsubscribeWords[locale];
    return page(locale, done, `<p>${escapeHtml(still)}</p>`);
  });
}

/** A page for whoever followed the link, also when it opens nothing: then in the language of their browser. */
async function answered(
  { headers }: Asked,
  show: (spoken: Locale) => Promise<string>,
): Promise<APIGatewayProxyResult> {
  const spoken = acceptedLocale(headers['accept-language']);
  try {
    return reply(200, 'text/html', await show(spoken));
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 401) throw error;
    const { dead, instead } = unsubscribeWords[spoken];
    return reply(401, 'text/html', page(spoken, dead, `<p>${escapeHtml(instead)}</p>`));
  }
}
