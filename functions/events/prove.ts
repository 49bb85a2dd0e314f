import * as z from 'zod';
import { proofId, proofResult } from '../../domain/api/admin/what-if.ts';
import { NotFound } from '../../domain/steps/errors.ts';
import { findProof, unpack, updateProof } from '../adapters/store/proofs.ts';
import { tableServices } from '../runtime/services.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';

/** More situations than any part of the shipped machines has, with room for an edit. */
const room = 20_000;

/** Carries out a proof that an admin asked for, and writes what it found. */
export const handler = eventHandler({
  event: z.strictObject({ proof: proofId }),
  services: tableServices,
  run: async ({ table }, { proof }) => {
    const asked = await findProof(table, proof);
    if (!asked) throw new NotFound('the proof');
    if (asked.status === 'done') return { status: asked.status };
    await updateProof(table, { ...asked, status: 'running' });
    const { machines, settings } = unpack(asked.subject);
    // Loaded when it is needed: a function that only starts must start quickly.
    const { prove } = await import('../../simulator/proof/prove.ts');
    const found = await prove({ machines, settings, templateFault: undefined }, room).then(
      (result) => ({
        status: 'done' as const,
        holds: result.holds,
        result: proofResult.parse(result),
      }),
      (error: unknown) => {
        logger.error('not proved', traceOf(error));
        return {
          status: 'failed' as const,
          failure: error instanceof Error ? error.message : 'it could not be carried out',
        };
      },
    );
    await updateProof(table, { ...asked, ...found });
    return { status: found.status };
  },
});
