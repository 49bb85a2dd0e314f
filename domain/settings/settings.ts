import * as z from 'zod';
import { calendarSettings } from '../calendar/calendar-settings.ts';
import { duration, exactDuration, exactMilliseconds } from '../calendar/duration.ts';
import { slug } from '../ids.ts';
import { locales } from '../messages/locale.ts';
import { isMessageName } from '../messages/messages.ts';
import type { MessageName } from '../messages/messages.ts';
import { campaigns } from '../offers/campaign.ts';
import { interestNames } from '../offers/interest.ts';
import { promisePolicyNaming } from '../promises/promise-policy.ts';
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

/**
 * Everything about the company and its promises that HR edits without touching a workflow, as it is stored. What may be
 * published says `publishable.ts`: revisions that applications are pinned to outlive the rules of their time.
 */
export const settings = z.strictObject({
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
});

export type Settings = z.output<typeof settings>;
