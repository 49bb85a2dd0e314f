/** The interviewers' page: opened by the link of a mail, no account, no word lost. */
import type { interviewerApi } from '../../domain/api/interviewer.ts';
import type { FeedbackDraft } from '../../domain/feedback/feedback.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { showProblems } from '../careers/form/problems.ts';
import { call, Refused, Unreachable } from '../shared/api.ts';
import { chooseLanguage, chosenLanguage } from '../shared/chosen-language.ts';
import { dayAndTime, timeOfDay } from '../shared/dates.ts';
import { find, render } from '../shared/dom.ts';
import { show } from '../shared/shell.ts';
import { takeToken } from '../shared/token.ts';
import { h, on } from '../shared/view.ts';
import type { Child } from '../shared/view.ts';
import { Autosave } from './autosave.ts';
import { formView } from './form-view.ts';
import { words as allWords } from './words.ts';
import type { Request } from './words.ts';
import { completed, missingIn, writtenIn } from './written.ts';

let bearer = takeToken();
let locale: Locale = chosenLanguage();
let request: Request | undefined;
let written: (() => FeedbackDraft) | undefined;
const words = () => allWords[locale];

function present(...content: readonly Child[]): void {
  const { title } = words();
  show({ locale, title, brand: title, words: words(), choose }, ...content);
}

function choose(chosen: Locale): void {
  chooseLanguage(chosen);
  locale = chosen;
  if (request && written) requestPage({ ...request, feedback: asWritten(request, written()) });
  else void load();
  document.querySelector<HTMLElement>('.languages [aria-current="true"]')?.focus();
}

/** The request with what stands in the form now, kept or not. */
function asWritten({ feedback }: Request, draft: FeedbackDraft): Request['feedback'] {
  const { updatedAt, givenAt } = feedback ?? {};
  return { ...draft, updatedAt: updatedAt ?? '', ...(givenAt !== undefined && { givenAt }) };
}

async function load(): Promise<void> {
  try {
    if (bearer === undefined) return linkPage();
    request = await call<typeof interviewerApi.read>('GET', '/api/interviewer/feedback', { bearer });
    requestPage(request);
  } catch (error) {
    if (error instanceof Refused) linkPage();
    else if (error instanceof Unreachable) unreachablePage();
    else throw error;
  }
}

function linkPage(): void {
  present(h('h1', {}, words().linkTitle), h('p', {}, words().linkText));
}

function unreachablePage(): void {
  present(
    h('h1', {}, words().unreachableTitle),
    h('p', {}, words().unreachableText),
    on(h('button', { type: 'button', class: 'button' }, words().tryAgain), { click: () => void load() }),
  );
}

function requestPage(asked: Request): void {
  const { candidateName, jobTitle, interview, due, state, feedback } = asked;
  const editable = state === 'editable';
  present(
    h('h1', {}, words().about(candidateName, jobTitle)),
    h('p', { class: 'muted' }, words().met(dayAndTime(interview.startsAt, locale, interview.zone))),
    editable && feedback?.givenAt === undefined && h('p', {}, words().due(dayAndTime(due, locale))),
    h('div', { class: 'outcome', tabindex: -1 }),
    editable && formView(asked, words()),
  );
  if (!editable) return tell(state === 'approved' ? words().approved : words().over);
  if (feedback?.givenAt !== undefined) tellGiven(feedback.updatedAt);
  listen(asked, find(document, 'form', HTMLFormElement));
}

function tell(...said: readonly string[]): void {
  const place = find(document, '.outcome', HTMLElement);
  place.className = 'outcome note good';
  render(place, ...said.map((text) => h('p', {}, text)));
}

function tellGiven(at: string): void {
  tell(words().given(timeOfDay(at, locale)), words().givenMore);
}

function listen(asked: Request, form: HTMLFormElement): void {
  const status = find(form, '.status', HTMLElement);
  const button = find(form, 'button', HTMLButtonElement);
  const inForm = () => writtenIn(new FormData(form), asked.criteria);
  written = inForm;
  let given = asked.feedback?.givenAt !== undefined;
  let savedAt = asked.feedback?.updatedAt || undefined;
  if (savedAt !== undefined && !given) status.textContent = words().saved(timeOfDay(savedAt, locale));

  const autosave = new Autosave(
    async () => {
      const path = '/api/interviewer/feedback/draft';
      const kept = await call<typeof interviewerApi.saveDraft>('PUT', path, { bearer, body: inForm() });
      savedAt = kept.updatedAt;
      request = { ...asked, feedback: kept };
    },
    (state) => {
      const saved = savedAt === undefined ? '' : words().saved(timeOfDay(savedAt, locale));
      status.textContent = { saving: words().saving, saved, failed: words().notSaved }[state];
    },
  );

  const send = async (): Promise<void> => {
    if (button.ariaDisabled === 'true') return;
    const missing = missingIn(inForm(), asked.criteria);
    const isBox = (name: string): boolean => !asked.criteria.some(({ id }) => id === name);
    const said = (name: string) => (isBox(name) ? words().writeThis : words().rateThis);
    showProblems(form, new Map(missing.map((name) => [name, said(name)])), words());
    const body = completed(inForm());
    if (missing.length > 0 || body === undefined) return;
    button.ariaDisabled = 'true';
    status.textContent = words().sending;
    await autosave.stop();
    try {
      const kept = await call<typeof interviewerApi.give>('POST', '/api/interviewer/feedback', {
        bearer,
        body,
      });
      given = true;
      request = { ...asked, feedback: kept };
      status.textContent = '';
      button.textContent = words().sendAgain;
      tellGiven(kept.updatedAt);
      find(document, '.outcome', HTMLElement).focus();
      scrollTo({ top: 0 });
    } catch (error) {
      if (error instanceof Unreachable) status.textContent = words().notSaved;
      else if (error instanceof Refused && error.status === 409) await load();
      else if (error instanceof Refused) status.textContent = words().refused;
      else throw error;
    } finally {
      button.ariaDisabled = null;
    }
  };

  form.addEventListener('input', () => {
    // What was given is replaced as a whole, so changes wait for the button.
    if (given) status.textContent = words().changed;
    else autosave.touch();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
}

present(h('h1', {}, words().title), h('p', { role: 'status' }, words().loading));
addEventListener('hashchange', () => {
  bearer = takeToken() ?? bearer;
  void load();
});
void load();
