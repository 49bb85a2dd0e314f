import { unsubscribed } from '../../../domain/people/person.ts';
import type { Person } from '../../../domain/people/person.ts';
import { changePerson, findPerson } from '../../adapters/store/people.ts';
import { linkHolder } from '../../runtime/link-holder.ts';
import { escapeHtml, page } from '../../runtime/page.ts';
import type { Services } from '../link-services.ts';

const words: Record<Person['locale'], { title: string; question: string; button: string; done: string }> = {
  en: {
    title: 'Stop offers',
    question: 'We will send you no more offers. Messages about your applications still come.',
    button: 'Stop offers',
    done: 'Done: we send you no more offers. Messages about your applications still come.',
  },
  es: {
    title: 'Dejar de recibir ofertas',
    question: 'No le enviaremos más ofertas. Los mensajes sobre sus candidaturas seguirán llegando.',
    button: 'Dejar de recibir ofertas',
    done: 'Hecho: no le enviaremos más ofertas. Los mensajes sobre sus candidaturas seguirán llegando.',
  },
  fr: {
    title: 'Ne plus recevoir d’offres',
    question: 'Nous ne vous enverrons plus d’offres. Les messages sur vos candidatures arriveront toujours.',
    button: 'Ne plus recevoir d’offres',
    done: 'C’est fait : nous ne vous enverrons plus d’offres. Les messages sur vos candidatures arriveront toujours.',
  },
};

/**
 * The page behind an unsubscribe link. It changes nothing: mail scanners open every link.
 * @throws Refusal 401
 */
export async function showUnsubscribe(
  { table, links }: Services,
  token: string,
  at: string,
): Promise<string> {
  const person = await findPerson(table, await linkHolder(links, 'unsubscribe', token, at));
  const locale = person?.locale ?? 'en';
  const { title, question, button } = words[locale];
  // The form has no action, so it posts to the very address of the page, token and all.
  return page(
    locale,
    title,
    `<p>${escapeHtml(question)}</p>
<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>${escapeHtml(button)}</button></form>`,
  );
}

/**
 * Takes back the consent to offers, at once; a second click changes nothing.
 * @throws Refusal 401
 */
export async function unsubscribe({ table, links }: Services, token: string, at: string): Promise<string> {
  const personHash = await linkHolder(links, 'unsubscribe', token, at);
  // Somebody erased gets no offers either.
  if (!(await findPerson(table, personHash))) return words.en.done;
  const { locale } = await changePerson(table, personHash, (known) => unsubscribed(known, at));
  return words[locale].done;
}
