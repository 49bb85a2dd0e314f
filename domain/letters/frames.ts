import { referenceOf } from '../ids.ts';
import { ownerRoleOf, staffIdOf, staffMemberOf } from '../promises/owner.ts';
import { screen } from '../screening/screen.ts';
import type { Job } from '../jobs/job.ts';
import type { Settings } from '../settings/settings.ts';
import type { Locale } from '../messages/locale.ts';
import { spokenOf } from '../settings/staff-member.ts';
import type { StaffMember } from '../settings/staff-member.ts';
import type { Facts } from './facts.ts';
import { need } from './facts.ts';

/** Somebody as the reader of a letter may reach them. */
export function personOf(member: StaffMember, locale: Locale) {
  const { name, role, phone, email, hours } = spokenOf(member, locale);
  return { name, role, phone, email, hours };
}

/**
 * Whom the candidate calls: whoever owns the current promise, or the question that it is about; after a
 * release the lead, who owes an answer.
 */
export function contactOf({ application, job, settings, gate }: Facts): StaffMember {
  if (gate?.outcome === 'released') return staffMemberOf(settings, job.lead, job);
  const current = gate?.kind === 'question' ? gate : application.promise;
  const owner = current?.owner ?? staffIdOf(ownerRoleOf(gate?.kind ?? ''), job, gate);
  return staffMemberOf(settings, owner, job);
}

export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** "Julia P.": enough for colleagues to know whom they mean, too little for anybody else. */
export function shortNameOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const last = parts.length > 1 ? parts.at(-1) : undefined;
  return last ? `${firstNameOf(name)} ${last.slice(0, 1).toUpperCase()}.` : firstNameOf(name);
}

export function companyOf({ settings: { company } }: Pick<Facts, 'settings'>) {
  return { name: company.name, website: company.website, postalAddress: company.postalAddress };
}

/** What a letter to somebody who may have no application left carries; the lead of the job signs. */
export function personFrameOf(name: string, locale: Locale, settings: Settings, job: Job) {
  return {
    firstName: firstNameOf(name),
    fullName: name,
    company: companyOf({ settings }),
    person: personOf(staffMemberOf(settings, job.lead, job), locale),
  };
}

/** What every letter to a candidate carries. */
export function candidateFrameOf(facts: Facts) {
  const { name } = facts.application.candidate;
  return {
    firstName: firstNameOf(name),
    fullName: name,
    company: companyOf(facts),
    person: personOf(contactOf(facts), facts.application.locale),
    jobTitle: facts.job.title,
    statusUrl: facts.links.status,
  };
}

/** What every note to a colleague carries. */
export function staffFrameOf(facts: Facts) {
  return {
    recipientName: need(facts.colleague, 'a colleague to write to').name,
    reference: referenceOf(facts.application.applicationId),
    jobTitle: facts.job.title,
    candidateName: shortNameOf(facts.application.candidate.name),
    company: companyOf(facts),
    actionUrl: facts.links.action,
  };
}

/** Said when true, left out when not: screening never speaks against anybody. */
export function meetsAllCriteria({ job, application }: Facts): { meetsAllCriteria?: true } {
  return screen(job.criteria, application.answers).meetsAll ? { meetsAllCriteria: true } : {};
}
