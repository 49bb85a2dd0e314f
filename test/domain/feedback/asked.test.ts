import { expect, it } from 'vitest';
import { askedAbout, feedbackGateOf } from '../../../domain/feedback/asked.ts';
import { NotFound } from '../../../domain/steps/errors.ts';

const interviewId = '01KJT000000000000000000000';
const asked = (interviewer: string, owner = interviewer, about = interviewId) =>
  ({ kind: 'feedback', subject: `${about}.${interviewer}`, owner }) as const;
const toms = asked('tom-becker', 'grace-okafor');
const lins = asked('lin-zhao');
const elsewhere = asked('ana-ruiz', 'ana-ruiz', '01KJT111111111111111111111');
const gates = [elsewhere, { kind: 'approval', subject: interviewId, owner: 'ana-ruiz' } as const, toms, lins];
const gateOf = (interviewer: string, among = gates) => feedbackGateOf(among, { interviewId, interviewer });

it('feedback settles the wait that is somebody’s, also when they were asked first and others since', () => {
  expect(gateOf('lin-zhao')).toBe(lins);
  expect(gateOf('grace-okafor')).toBe(toms);
  expect(gateOf('tom-becker')).toBe(toms);
});

it('whoever was asked for a while, or about another interview, is asked nothing here', () => {
  expect(() => gateOf('ana-ruiz')).toThrow(NotFound);
});

it('whoever gave theirs away and was given another’s settles that', () => {
  const given = asked('lin-zhao', 'tom-becker');
  expect(gateOf('tom-becker', [toms, given])).toBe(given);
});

it('those asked about an interview are who held it, was named since, or wrote, each once', () => {
  const interview = { interviewId, interviewers: ['tom-becker', 'lin-zhao'] };
  const wrote = [
    { interviewId, interviewer: 'omar-haddad' },
    { interviewId: '01KJT111111111111111111111', interviewer: 'ana-ruiz' },
  ];
  expect(askedAbout(interview, gates, wrote)).toEqual([
    'tom-becker',
    'lin-zhao',
    'grace-okafor',
    'omar-haddad',
  ]);
});
