import { describe, expect, it } from 'vitest';
import { decision, objectionsTo } from '../../../domain/decisions/decision.ts';

const declined = (...reasons: object[]) => decision.parse({ outcome: 'declined', reasons });
const skill = { code: 'skill', skill: 'stock counts', evidence: 'an example' };
const interview = { code: 'interview', criterion: 'till', hoped: 'speed', heard: 'little practice' };
const paths = (...args: Parameters<typeof objectionsTo>) => objectionsTo(...args).map(({ path }) => path);

describe('a decision', () => {
  it('may settle what waits for it', () => {
    expect(objectionsTo('shortlist', decision.parse({ outcome: 'shortlisted' }))).toEqual([]);
    expect(objectionsTo('next-step', decision.parse({ outcome: 'another-interview' }))).toEqual([]);
    expect(objectionsTo('interview-date', declined(skill))).toEqual([]);
  });

  it('may settle nothing else', () => {
    expect(paths('shortlist', decision.parse({ outcome: 'hired' }))).toEqual(['outcome']);
    expect(paths('feedback', declined(skill))).toEqual(['outcome']);
    expect(paths('offer-pause', decision.parse({ outcome: 'shortlisted' }))).toEqual(['outcome']);
  });

  it('gives reasons with a decline and only then', () => {
    expect(paths('shortlist', decision.parse({ outcome: 'declined' }))).toEqual(['reasons']);
    expect(paths('next-step', decision.parse({ outcome: 'hired', reasons: [skill] }))).toEqual(['reasons']);
  });

  it('names an interview only after there was one', () => {
    expect(paths('shortlist', declined(skill, interview))).toEqual(['reasons.1.code']);
    expect(objectionsTo('next-step', { ...declined(interview), strength: 'You stayed calm.' })).toEqual([]);
  });

  it('says what went well after an interview, and only then', () => {
    expect(paths('next-step', declined(skill))).toEqual(['strength']);
    expect(paths('shortlist', { ...declined(skill), strength: 'You stayed calm.' })).toEqual(['strength']);
    expect(paths('next-step', { outcome: 'hired', strength: 'You stayed calm.' })).toEqual(['strength']);
    expect(paths('next-step', { ...declined(skill), strength: 'A youthful manner.' })).toEqual(['strength']);
  });

  it('rests on nothing about the person, and says which words and why', () => {
    const [objection, ...others] = objectionsTo(
      'shortlist',
      declined({ ...skill, evidence: 'too old for it' }),
    );
    expect(others).toEqual([]);
    expect(objection).toMatchObject({ path: 'reasons.0.evidence' });
    expect(objection?.message).toContain('“too old” touches age');
  });
});
