import { describe, expect, it } from 'vitest';
import { seedGate } from '../applications.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const shortlisted = { gateId: 'shortlist-1', outcome: 'shortlisted' };

async function waiting(status: 'pending' | 'held' = 'pending') {
  const id = await desk.anApplication();
  await seedGate(desk.table(), id, 'shortlist', '1', { status });
  return `/api/staff/applications/${id}/decision/preview`;
}

describe('the preview of a decision', () => {
  it('is refused to colleagues whom the job does not name', async () => {
    const call = { body: shortlisted, as: 'tom-becker' };
    expect(await desk.refusal('POST', await waiting(), call)).toMatchObject({ status: 403 });
  });

  it('is refused where the decision would be, field by field', async () => {
    const reasons = [{ code: 'skill', skill: 'stock counts', evidence: 'you are too old' }];
    const body = { ...shortlisted, outcome: 'declined', reasons };
    expect(await desk.refusal('POST', await waiting(), { body })).toMatchObject({
      status: 422,
      fields: ['body.reasons.0.evidence'],
    });
  });

  it('is refused once somebody has decided', async () => {
    expect(await desk.refusal('POST', await waiting('held'), { body: shortlisted })).toMatchObject({
      status: 409,
    });
  });
});
