import * as z from 'zod';
import { calendarSettings } from '../calendar/calendar-settings.ts';
import { approximateSeconds, duration, exactDuration, exactMilliseconds } from '../calendar/duration.ts';
import { slug } from '../ids.ts';
import { locales } from '../messages/locale.ts';
import { audienceOf, isMessageName } from '../messages/messages.ts';
import type { MessageName } from '../messages/messages.ts';
import { campaigns } from '../offers/campaign.ts';
import { interestNames, namedIn, namesakes } from '../offers/interest.ts';
import { tooLateAfterInterview } from '../promises/after-interview.ts';
import { promisePolicyNaming } from '../promises/promise-policy.ts';
import type { Role } from '../promises/promise.ts';
import { staffMember } from './staff-member.ts';

const messageName = z.custom<MessageName>((name) => typeof name === 'string' && isMessageName(name), {
  error: 'must be the name of a message, as in templates/en',
});

const policy = promisePolicyNaming(messageName);

const callBacks = z.strictObject({
  window: exactDuration.refine((length) => exactMilliseconds(length) >= 15 * 60_000, {
    error: 'must be at least a quarter of an hour, PT15M',
  }),
  notice: exactDuration,
  days: z.int().min(1).max(10),
});

/** Everything about the company and its promises that HR edits without touching a workflow. */
export const settings = z
  .strictObject({
    company: z.strictObject({
      name: z.string().min(1).max(80),
      website: z.url(),
      postalAddress: z.string().min(1).max(200),
      phone: z.string().min(3).max(40),
      careersUrl: z.url(),
      shopUrl: z.url(),
    }),
    calendar: calendarSettings,
    staff: z.array(staffMember).min(1),
    promises: z.strictObject({
      shortlist: policy,
      'interview-date': policy,
      feedback: policy,
      approval: policy,
      'next-step': policy,
      question: policy,
    }),
    /** Within this time of submission the acknowledgement has gone out. */
    acknowledgement: z.strictObject({ within: duration }),
    /** How long a decision can be undone before its message leaves. */
    undoWindow: exactDuration,
    /** A person phones every applicant; the script is rendered into the task. */
    welcomeCall: z.boolean(),
    /** How long HR has for a task that the system raised. */
    tasks: z.strictObject({ within: duration, clock: z.enum(['elapsed', 'business']) }),
    /** Pauses after the answer; the survey never shares a moment with the offer. */
    loyalty: z.strictObject({ pause: duration, surveyPause: duration }),
    offers: campaigns,
    /** Revisions from before interests had names have none. */
    interests: interestNames.default({}),
    consentWording: z.strictObject({
      version: slug,
      text: z.record(z.enum(locales), z.string().min(1).max(400)),
    }),
    /** When candidates may ask to be called: how long a window is, how soon the first, on how many open days. */
    callBacks: callBacks.default({ window: 'PT2H', notice: 'PT1H', days: 3 }),
    limits: z.strictObject({ applicationsPerDay: z.int().min(1).max(100) }),
    /** How long an application is kept after it closed. */
    retention: duration,
  })
  .superRefine((value, context) => {
    const { pause, surveyPause } = value.loyalty;
    if (approximateSeconds(surveyPause) - approximateSeconds(pause) < 86_400) {
      context.addIssue({
        code: 'custom',
        path: ['loyalty', 'surveyPause'],
        message: 'must be at least a day longer than the pause before the offer',
      });
    }
    for (const [kind, { opens, ladder, extension }] of Object.entries(value.promises)) {
      const told = [...(opens ? [opens] : []), ...ladder, ...extension.ladder];
      if (told.some(({ message, to }) => message === 'question-assigned' && to.some((role) => !isHr(role))))
        context.addIssue({
          code: 'custom',
          path: ['promises', kind],
          message: 'question-assigned carries what a candidate typed: it may go to owner and backup alone',
        });
    }
    for (const [kind, { audience }] of Object.entries(value.promises)) {
      const waits = kind === 'feedback' ? 'internal' : 'candidate';
      if (audience !== waits)
        context.addIssue({
          code: 'custom',
          path: ['promises', kind, 'audience'],
          message: `must be '${waits}'`,
        });
    }
    for (const kind of ['feedback', 'approval', 'question'] as const)
      if (value.promises[kind].opens === undefined)
        context.addIssue({
          code: 'custom',
          path: ['promises', kind, 'opens'],
          message: 'must say who is asked, before anybody is reminded',
        });
    const late = tooLateAfterInterview(value.promises.approval, value.promises['next-step']);
    if (late !== undefined)
      context.addIssue({ code: 'custom', path: ['promises', 'next-step', 'backstop'], message: late });
    for (const { path, message } of wrongReaders(value.promises))
      context.addIssue({ code: 'custom', path: ['promises', ...path], message });
    const interests = new Set([
      ...Object.keys(value.interests),
      ...value.offers.flatMap((offer) => offer.interests),
    ]);
    for (const { path, name } of namesakes(namedIn(value.interests, [...interests])))
      context.addIssue({
        code: 'custom',
        path: ['interests', ...path],
        message: `another interest is called “${name}” in this language: applicants could not tell them apart`,
      });
    const ids = value.staff.map((member) => member.id);
    for (const [position, id] of ids.entries()) {
      if (ids.indexOf(id) !== position)
        context.addIssue({
          code: 'custom',
          path: ['staff', position, 'id'],
          message: `${id} is there twice`,
        });
    }
  });

/** Those of a job who work in HR. */
function isHr(role: Role): boolean {
  return role === 'owner' || role === 'backup';
}

export type Settings = z.output<typeof settings>;

/** Messages of promises that are written to somebody else than they are sent to. */
function wrongReaders(promises: Readonly<Record<string, z.output<typeof policy>>>) {
  return Object.entries(promises).flatMap(([kind, { opens, ladder, extension, delayed, released }]) => {
    const toStaff = [
      ...ladder.map(({ message }, index) => ({ path: ['ladder', index, 'message'], message })),
      ...extension.ladder.map(({ message }, index) => ({
        path: ['extension', 'ladder', index, 'message'],
        message,
      })),
      ...(opens && !opens.to.includes('candidate')
        ? [{ path: ['opens', 'message'], message: opens.message }]
        : []),
    ];
    const toCandidate = [
      { path: ['delayed'], message: delayed },
      { path: ['released'], message: released },
    ];
    const wrong = (audience: 'staff' | 'candidate') => (one: { message: MessageName | null }) =>
      one.message !== null && audienceOf(one.message) !== audience;
    return [
      ...toStaff.filter(wrong('staff')).map(({ path }) => ({ path, to: 'a colleague' })),
      ...toCandidate.filter(wrong('candidate')).map(({ path }) => ({ path, to: 'a candidate' })),
    ].map(({ path, to }) => ({
      path: [kind, ...path],
      message: `must name a message that is written to ${to}`,
    }));
  });
}
