import { describe, expect, it } from 'vitest';
import { isLead, mayActOn } from '../../../domain/decisions/authority.ts';

const job = { recruiter: 'ana-ruiz', backup: 'omar-haddad', lead: 'grace-okafor' };

describe('who may act on an application', () => {
  it.each(['ana-ruiz', 'omar-haddad', 'grace-okafor'])('the job names %s', (id) => {
    expect(mayActOn({ id, groups: ['recruiter'] }, job)).toBe(true);
  });

  it('a recruiter of another job may not; any lead or admin may', () => {
    expect(mayActOn({ id: 'tom-becker', groups: ['recruiter'] }, job)).toBe(false);
    expect(mayActOn({ id: 'tom-becker', groups: ['lead'] }, job)).toBe(true);
    expect(mayActOn({ id: 'tom-becker', groups: ['recruiter', 'admin'] }, job)).toBe(true);
  });

  it('whoever was given something of it may, whatever the job says', () => {
    const tom = { id: 'tom-becker', groups: ['recruiter' as const] };
    expect(mayActOn(tom, job, { entrusted: ['lin-zhao', 'tom-becker'] })).toBe(true);
    expect(mayActOn(tom, job, { entrusted: ['lin-zhao'] })).toBe(false);
  });

  it('being named as lead of a job is not being in the group of leads', () => {
    expect(isLead({ groups: ['recruiter'] })).toBe(false);
  });
});
