import type { candidateApi } from '../../domain/api/candidate.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import type { Stage } from '../../domain/application/stages.ts';
import type * as z from 'zod';
import { en } from './words-en.ts';
import { es } from './words-es.ts';
import { fr } from './words-fr.ts';

/** An application as its candidate sees it. */
export type View = z.output<typeof candidateApi.readApplication.reply.body>;
export type PromiseKind = NonNullable<View['promise']>['kind'];

/** What the candidate's page says. */
export interface Words {
  readonly pageTitle: string;
  readonly loading: string;
  readonly thanks: string;
  readonly thanksMore: (email: string) => string;
  readonly stands: Readonly<Record<Stage, string>>;
  /** What is promised, with the instant: "Decision by …". */
  readonly promised: Readonly<Record<PromiseKind, (when: string) => string>>;
  /** The same in the list of what is still to come. */
  readonly upcoming: Readonly<Record<PromiseKind, string>>;
  readonly yourTime: (zone: string) => string;
  readonly left: (time: string) => string;
  readonly anyMoment: string;
  readonly late: (was: string) => string;
  readonly owner: string;
  readonly nothingOwed: string;
  readonly call: (phone: string) => string;
  readonly write: string;
  readonly hours: (hours: string) => string;
  readonly reference: (reference: string) => string;
  readonly meetsAll: string;
  readonly timeline: string;
  readonly done: string;
  readonly toCome: string;
  readonly happened: {
    readonly received: string;
    readonly broken: string;
    readonly extended: (when: string) => string;
    readonly stage: Readonly<Record<Stage, string>>;
    readonly interview: (when: string) => string;
    readonly moved: string;
    readonly cancelled: string;
    readonly asked: Readonly<Record<'answer' | 'call', string>>;
    readonly preferences: string;
    readonly withdrawn: string;
    readonly closed: string;
    readonly wrote: string;
  };
  readonly interviews: string;
  readonly with: (names: string) => string;
  readonly minutes: (count: number) => string;
  readonly bring: string;
  readonly video: string;
  readonly cancelledInterview: string;
  readonly yours: (when: string) => string;
  readonly feedback: string;
  readonly strengths: string;
  readonly improvements: string;
  readonly offerTitle: (worth: string, company: string) => string;
  readonly offerStates: Readonly<Record<NonNullable<View['offer']>['state'], string>>;
  readonly offerCode: string;
  readonly offerUntil: (day: string) => string;
  readonly offerShop: (company: string) => string;
  readonly recommendTitle: (company: string) => string;
  readonly recommendText: string;
  readonly recommendGet: string;
  readonly recommendLink: string;
  readonly recommendFailed: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByKeys: string;
  readonly preferences: string;
  /** Why they are not here, and where they are. */
  readonly byMail: string;
  readonly noMail: string;
  readonly interests: string;
  readonly interestsNote: string;
  readonly offers: string;
  readonly offersAsked: (when: string) => string;
  readonly messagesIn: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: (time: string) => string;
  readonly notSaved: string;
  readonly withdraw: string;
  readonly withdrawNote: string;
  readonly withdrawTitle: string;
  readonly withdrawConsequences: readonly string[];
  readonly withdrawYes: string;
  readonly withdrawNo: string;
  readonly withdrawDone: string;
  readonly withdrawTooLate: string;
  readonly linkTitle: string;
  readonly linkText: string;
  readonly linkHelp: string;
  readonly unreachableTitle: string;
  readonly unreachableText: string;
  readonly tryAgain: string;
  readonly language: string;
  readonly skip: string;
}

export const words: Readonly<Record<Locale, Words>> = { en, es, fr };
