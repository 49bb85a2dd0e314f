import * as z from 'zod';
import { stage } from '../application/stages.ts';
import { slug } from '../ids.ts';
import { locale } from '../messages/locale.ts';
import { surveyForm } from '../survey/survey.ts';
import { candidateExport } from './candidate/export.ts';
import * as questions from './candidate/questions.ts';
import { candidateView, preferences } from './candidate/view.ts';
import { endpoint } from './endpoint.ts';

const access = 'link';
const problems = [401, 404];

/** RFC 8058, section 3.2: mail programs should send this as multipart and may send it url-encoded. */
const oneClick = {
  method: 'POST',
  reply: { status: 200, body: z.string(), type: 'text/html' },
} as const;
/** Answered with a page, also when the link opens nothing or was cut short: a person may have followed it. */
const unsubscribe = { path: '/api/unsubscribe', access, pages: [401] } as const;
const followed = {
  query: z.strictObject({ token: z.optional(z.string()) }),
  headers: z.object({ 'accept-language': z.optional(z.string()) }),
} as const;

/** What the holder of a candidate's link may see and do: all of it by one that was sent to the address. */
export const candidateApi = {
  readApplication: endpoint({
    id: 'readMyApplication',
    method: 'GET',
    path: '/api/candidate/application',
    summary: 'My application: where it stands, what I was promised, by whom',
    access,
    request: {},
    reply: { status: 200, body: candidateView },
    problems,
  }),
  export: endpoint({
    id: 'exportMyData',
    method: 'GET',
    path: '/api/candidate/export',
    summary: 'Everything you hold about me and my application, as one document',
    access,
    request: {},
    reply: { status: 200, body: candidateExport },
    problems,
  }),
  changePreferences: endpoint({
    id: 'changeMyPreferences',
    method: 'PATCH',
    path: '/api/candidate/preferences',
    summary: 'Change my interests, consents or language; what is left out stays',
    access,
    request: {
      body: z.strictObject({
        interests: z.optional(z.array(slug).max(20)),
        consents: z.optional(z.strictObject({ offers: z.optional(z.boolean()) })),
        locale: z.optional(locale),
      }),
    },
    reply: { status: 200, body: preferences },
    problems: [...problems, 403],
  }),
  withdraw: endpoint({
    id: 'withdrawMyApplication',
    method: 'POST',
    path: '/api/candidate/withdrawal',
    summary: 'Withdraw my application; a second time changes nothing',
    access,
    request: { body: z.optional(z.strictObject({})) },
    reply: { status: 200, body: z.strictObject({ stage }) },
    problems: [...problems, 409],
  }),
  getReferralLink: endpoint({
    id: 'getReferralLink',
    method: 'POST',
    path: '/api/candidate/referral',
    summary: 'A link to recommend the company with, once I agreed to offers; again for the same link',
    access,
    request: { body: z.optional(z.strictObject({})) },
    reply: { status: 200, body: z.strictObject({ referralUrl: z.url() }) },
    problems: [...problems, 403, 409],
  }),
  ask: questions.ask,
  readCallWindows: questions.readCallWindows,
  erase: endpoint({
    id: 'eraseMyApplication',
    method: 'POST',
    path: '/api/candidate/erasure',
    summary: 'Erase my application and, if it is my only one, me; a second time changes nothing',
    access,
    request: { body: z.optional(z.strictObject({})) },
    reply: { status: 202, body: z.strictObject({ status: z.literal('erasing') }) },
    problems: [401, 409],
  }),
  answerSurvey: endpoint({
    id: 'answerSurvey',
    method: 'POST',
    path: '/api/candidate/survey',
    summary: 'Answer the one question, once my application was answered; again to change it',
    access,
    request: { body: surveyForm },
    reply: { status: 200, body: surveyForm },
    problems: [...problems, 409],
  }),
  /** Mail scanners follow links, so this only shows a button; RFC 8058 has mail programs POST. */
  showUnsubscribe: endpoint({
    ...unsubscribe,
    id: 'showUnsubscribe',
    method: 'GET',
    summary: 'A page with a button that stops offers',
    request: followed,
    reply: { status: 200, body: z.string(), type: 'text/html' },
  }),
  unsubscribe: endpoint({
    ...unsubscribe,
    ...oneClick,
    id: 'unsubscribe',
    summary: 'Stop offers in one click (RFC 8058)',
    request: { ...followed, body: z.strictObject({ 'List-Unsubscribe': z.literal('One-Click') }) },
    consumes: 'application/x-www-form-urlencoded',
  }),
  unsubscribeByMultipart: endpoint({
    ...unsubscribe,
    ...oneClick,
    id: 'unsubscribeByMultipart',
    summary: 'Stop offers in one click (RFC 8058), as mail programs should send it',
    request: { ...followed, body: z.string().regex(/name="?List-Unsubscribe"?\s+One-Click\s/) },
    consumes: 'multipart/form-data',
  }),
} as const;
