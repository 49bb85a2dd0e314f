import { describe, expect, it } from 'vitest';
import { useDesk } from './desk.ts';

const desk = useDesk();

describe('a letter of the ledger', () => {
  it('is not there when none was written', async () => {
    const path = `/api/staff/applications/${await desk.anApplication()}/messages/decline.candidate.1`;
    expect(await desk.refusal('GET', path)).toMatchObject({ status: 404 });
  });
});
