import { expect, it } from 'vitest';
import { eachOnce } from '../../../domain/promises/owner.ts';
import { defaultSettings, someJob } from '../../workflows/office.ts';

const among = (people: Partial<typeof someJob>, subject = '1') => ({
  settings: defaultSettings,
  job: { ...someJob, ...people },
  subject,
});

it('everybody hears once, in the first of their roles', () => {
  const one = among({ recruiter: 'ana-ruiz', backup: 'ana-ruiz', lead: 'ana-ruiz' });
  expect(eachOnce(['owner', 'backup'], one)).toEqual(['owner']);
  expect(eachOnce(['lead', 'candidate', 'owner'], one)).toEqual(['lead', 'candidate']);
  expect(eachOnce(['owner', 'backup', 'lead', 'candidate'], among({}))).toEqual([
    'owner',
    'backup',
    'lead',
    'candidate',
  ]);
});

it('an interviewer who is also the lead, or for whom the lead stands in, is one person', () => {
  const subject = '01KJT000000000000000000000.';
  for (const interviewer of [someJob.lead, 'left-since'])
    expect(eachOnce(['interviewer', 'lead'], among({}, subject + interviewer))).toEqual(['interviewer']);
  expect(eachOnce(['interviewer', 'lead'], among({}, `${subject}tom-becker`))).toHaveLength(2);
});
