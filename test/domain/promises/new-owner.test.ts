import { describe, expect, it } from 'vitest';
import { noteToOwner, objectionsToOwner } from '../../../domain/promises/new-owner.ts';
import { gateIdOf } from '../../../domain/application/gate-item.ts';
import type { GateKind } from '../../../domain/application/gate.ts';

const interviewId = '01KJT000000000000000000000';
const gateOf = (kind: GateKind, subject: string, owner: string) => ({
  gateId: gateIdOf(kind, subject),
  kind,
  subject,
  owner,
});
const asked = (interviewer: string, owner = interviewer, about = interviewId) =>
  gateOf('feedback', `${about}.${interviewer}`, owner);
const among = {
  staff: ['ana-ruiz', 'grace-okafor', 'tom-becker', 'lin-zhao'].map((id) => ({ id })),
  jobs: [{ recruiter: 'ana-ruiz', backup: 'lin-zhao', lead: 'grace-okafor' }],
  gates: [
    asked('tom-becker'),
    asked('lin-zhao'),
    asked('ana-ruiz', 'ana-ruiz', '01KJT111111111111111111111'),
  ],
};
const objections = (owner: string, gate = gateOf('shortlist', '1', 'ana-ruiz')) =>
  objectionsToOwner(owner, gate, among).map(({ path, message }) => `${path}: ${message}`);

describe('what a gate waits for can be given', () => {
  it('to any colleague, and to nobody else', () => {
    expect(objections('tom-becker')).toEqual([]);
    expect(objections('zoe')).toEqual(['owner: zoe is nobody in the settings']);
  });

  it('when it is an approval, to those who lead a job', () => {
    const approval = gateOf('approval', interviewId, 'grace-okafor');
    expect(objections('tom-becker', approval)).toEqual([
      'owner: tom-becker leads no job, and a lead approves feedback',
    ]);
    expect(objections('grace-okafor', approval)).toEqual([]);
  });

  it('when it is a question, whose words are for HR, to those who recruit for a job', () => {
    const question = gateOf('question', '01KJT222222222222222222222', 'ana-ruiz');
    for (const other of ['tom-becker', 'grace-okafor'])
      expect(objections(other, question)).toEqual([
        `owner: ${other} recruits for no job, and what a candidate asks is for HR`,
      ]);
    expect(objections('lin-zhao', question)).toEqual([]);
  });

  it('when it is feedback, to whom is not asked about the same interview in another place', () => {
    expect(objections('lin-zhao', asked('tom-becker'))).toEqual([
      'owner: lin-zhao is asked for feedback on this interview already',
    ]);
    expect(objections('ana-ruiz', asked('tom-becker'))).toEqual([]);
    // Given back to whoever was asked first.
    expect(objections('tom-becker', asked('tom-becker', 'grace-okafor'))).toEqual([]);
  });
});

it('whoever is given something reads what is to be done', () => {
  expect(noteToOwner('shortlist')).toBe('decision-reminder');
  expect(noteToOwner('interview-date')).toBe('decision-reminder');
  expect(noteToOwner('next-step')).toBe('decision-reminder');
  expect(noteToOwner('question')).toBe('question-assigned');
  expect(noteToOwner('feedback')).toBe('feedback-request');
  expect(noteToOwner('approval')).toBe('feedback-request');
});
