import * as z from 'zod';
import { isPlanned, standingOf } from '../interviews/standing.ts';
import type { Message, VariablesOf } from '../messages/messages.ts';
import { declineReasons } from '../reasons/decline-reasons.ts';
import { staffMemberOf } from '../promises/owner.ts';
import { dayAfter, dueOf, taskDue, weekAfter } from './dates.ts';
import type { Facts } from './facts.ts';
import { need } from './facts.ts';
import { contractCallDue } from '../tasks/of-hiring.ts';
import { spokenOf } from '../settings/staff-member.ts';
import { candidateFrameOf, contactOf, meetsAllCriteria, personOf } from './frames.ts';
import { owedKind } from './kinds.ts';

type CandidateLetters = {
  readonly [Name in Message['name']]?: (facts: Facts) => VariablesOf<Name>;
};

const decisionOf = (facts: Facts) => need(need(facts.gate, 'the gate that decided').decision, 'a decision');

const whoDecided = (facts: Facts) =>
  personOf(staffMemberOf(facts.settings, decisionOf(facts).by, facts.job), facts.application.locale);

const reasonsOf = (facts: Facts) =>
  need(declineReasons.safeParse(decisionOf(facts)['reasons']).data, 'the reasons of a decline');

/** Left out before the first interview is over. */
const interviewedAt = ({ interview, at }: Facts) =>
  interview && standingOf(interview, at) === 'over' ? { interviewedAt: interview.startsAt } : {};

const reapply = ({ settings }: Facts) => ({ url: settings.company.careersUrl });

/** What each letter to a candidate says, made from the facts. */
export const candidateLetters: CandidateLetters = {
  acknowledgement: (facts) => {
    const { submittedAt } = facts.application;
    const decisionDue = dueOf('shortlist', facts.settings, submittedAt);
    return {
      ...candidateFrameOf(facts),
      ...meetsAllCriteria(facts),
      receivedAt: submittedAt,
      decisionDue,
      interviewWeek: weekAfter(decisionDue, facts.settings),
    };
  },

  invitation: (facts) => ({
    ...candidateFrameOf(facts),
    ...interviewedAt(facts),
    interviewWeek: weekAfter(facts.at, facts.settings),
    arrangedBy: dueOf('interview-date', facts.settings, facts.at),
  }),

  decline: (facts) => ({
    ...candidateFrameOf(facts),
    reasons: reasonsOf(facts),
    decidedBy: whoDecided(facts),
    reapply: reapply(facts),
  }),

  'decline-after-interview': (facts) => {
    const interview = need(facts.interview, 'the interview');
    const given = decisionOf(facts)['strength'];
    const strength = typeof given === 'string' ? given : interview.approved?.strengths[0];
    return {
      ...candidateFrameOf(facts),
      interviewedAt: interview.startsAt,
      reasons: reasonsOf(facts),
      strength: need(strength, 'a strength'),
      ...(interview.approved
        ? { feedback: interview.approved.improvements.join('\n\n') }
        : { feedbackDue: taskDue(facts.settings, facts.at) }),
      decidedBy: whoDecided(facts),
      reapply: reapply(facts),
    };
  },

  'decision-delayed': (facts) => {
    const { gate, application } = facts;
    const promisedAt = need(gate?.firstDue ?? application.promise?.firstDue, 'what was promised');
    return {
      ...candidateFrameOf(facts),
      kind: owedKind(facts),
      promisedAt,
      missed: promisedAt <= facts.at,
      newDate: need(facts.task?.due ?? gate?.due ?? application.promise?.due, 'a new date'),
    };
  },

  release: (facts) => {
    const { kind, firstDue } = need(facts.gate, 'the gate');
    return {
      ...candidateFrameOf(facts),
      kind: owedKind(facts),
      promisedAt: firstDue,
      // Without its feedback, too, an interview is followed by a decision.
      ...(kind === 'approval' && { outcomeDue: dueOf('next-step', facts.settings, facts.at) }),
    };
  },

  'interview-scheduled': (facts) => {
    const interview = need(facts.interview, 'the interview');
    const { startsAt, minutes, zone, place, videoUrl, bring } = interview;
    return {
      ...candidateFrameOf(facts),
      startsAt,
      minutes,
      zone,
      ...(place !== undefined && { place }),
      ...(videoUrl !== undefined && { videoUrl }),
      ...(bring !== undefined && { bring }),
      interviewers: interview.interviewers.map((id) => staffMemberOf(facts.settings, id, facts.job).name),
      phone: interview.contactPhone ?? contactOf(facts).phone,
      feedbackDue: dueOf('approval', facts.settings, interview.endsAt),
    };
  },

  'interview-cancelled': (facts) => {
    const { startsAt, zone } = need(facts.interview, 'the interview');
    return {
      ...candidateFrameOf(facts),
      startsAt,
      zone,
      cancelledBy: 'company',
      next: 'new-time',
      nextBy: dueOf('interview-date', facts.settings, facts.at),
    };
  },

  'interview-feedback': (facts) => {
    const { startsAt, approved } = need(facts.interview, 'the interview');
    const { strengths, improvements, by } = need(approved, 'an approved text');
    const { locale } = facts.application;
    const { name, role } = spokenOf(staffMemberOf(facts.settings, by, facts.job), locale);
    return {
      ...candidateFrameOf(facts),
      interviewedAt: startsAt,
      strengths,
      improvements,
      approver: { name, role },
      outcomeDue: dueOf('next-step', facts.settings, facts.at),
    };
  },

  'feedback-delayed': (facts) => {
    const { firstDue, due } = need(facts.gate, 'the gate');
    return { ...candidateFrameOf(facts), kind: 'approval', promisedAt: firstDue, newDate: due };
  },

  hired: (facts) => ({
    ...candidateFrameOf(facts),
    caller: personOf(contactOf(facts), facts.application.locale),
    callBy: contractCallDue(facts.settings, facts.application.answeredAt ?? facts.at, facts.at),
  }),

  'question-received': (facts) => {
    const { wants, window } = need(facts.question, 'the question');
    const answerDue = need(facts.gate, 'the gate').due;
    return {
      ...candidateFrameOf(facts),
      wants,
      ...(window && { callFrom: window.from }),
      answerDue,
    };
  },

  answer: (facts) => ({
    ...candidateFrameOf(facts),
    person: whoDecided(facts),
    askedAt: need(facts.question, 'the question').askedAt,
    text: need(z.string().safeParse(decisionOf(facts)['text']).data, 'an answer'),
  }),

  'withdrawal-confirmed': (facts) => ({
    ...candidateFrameOf(facts),
    ...(facts.interview && isPlanned(facts.interview, facts.at) && { interviewPlanned: true }),
    keptUntil: dayAfter(facts.at, facts.settings.retention, facts.settings),
  }),

  survey: (facts) => ({ ...candidateFrameOf(facts), surveyUrl: facts.links.survey }),

  'loyalty-offer': (facts) => ({
    ...candidateFrameOf(facts),
    ...need(facts.offer, 'an issued offer'),
    unsubscribeUrl: facts.links.unsubscribe,
  }),
};
