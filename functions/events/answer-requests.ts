import * as z from 'zod';
import { MailRefused, MailUnconfirmed } from '../../domain/steps/errors.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';
import { count } from '../runtime/metrics.ts';
import { once } from '../runtime/once.ts';

const keyOf = (pk: string, sk: string) =>
  z.object({
    pk: z.object({ S: z.string().startsWith(pk) }),
    sk: z.object({ S: z.string().startsWith(sk) }),
  });

const record = z.object({
  eventName: z.literal('INSERT'),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.union([
      keyOf('ERASURE#', 'ERASURE'),
      keyOf('PERSON#', 'LINK-REQUEST#'),
      keyOf('APP#', 'HAND-OVER#'),
    ]),
  }),
});

/** What was asked, by the keys of the item that asks for it. */
function requestOf({ pk, sk }: z.output<typeof record>['dynamodb']['Keys']) {
  const after = (text: string): string => text.slice(text.indexOf('#') + 1);
  if (pk.S.startsWith('ERASURE#')) return { what: 'erasure', applicationId: after(pk.S) } as const;
  if (pk.S.startsWith('APP#'))
    return { what: 'hand-over', applicationId: after(pk.S), handOverId: after(sk.S) } as const;
  return { what: 'link', personHash: after(pk.S), requestId: after(sk.S) } as const;
}

/**
 * Does what was asked for that takes longer than an answer: erases an application, sends a fresh link, tells a colleague
 * what was handed over to them. One function, because a stream takes few readers. What cannot be finished now is tried
 * again by the stream, erasures after that by `forget`. A mail of which nobody knows whether it left is not tried again
 * at once: an erasure waits for word of it, whoever misses a link asks again, and colleagues are reminded.
 */
export const handler = eventHandler({
  event: z.object({ Records: z.array(record) }),
  services: () => ({
    // The clients of five services: loaded for whoever asks, which is seldom.
    answer: once(async () => (await import('../adapters/requests.ts')).openRequests()),
  }),
  run: async ({ answer }, { Records }) => {
    const { eraseBegun, sendLink, tellOwner } = await answer();
    const failed = await Promise.all(
      Records.map(async ({ dynamodb: { Keys, SequenceNumber } }) => {
        const asked = requestOf(Keys);
        try {
          if (asked.what === 'erasure') await eraseBegun(asked.applicationId);
          else if (asked.what === 'link') await sendLink(asked.personHash, asked.requestId);
          else await tellOwner(asked.applicationId, asked.handOverId);
          return [];
        } catch (error) {
          logger.error('request not answered', { ...asked, ...traceOf(error) });
          if (asked.what === 'erasure') await count('ErasureUnfinished');
          const isOver = error instanceof MailUnconfirmed || error instanceof MailRefused;
          return isOver ? [] : [{ itemIdentifier: SequenceNumber }];
        }
      }),
    );
    return { batchItemFailures: failed.flat() };
  },
});
