import * as z from 'zod';
import { locale } from '../../domain/messages/locale.ts';
import { messageNames, parseMessage } from '../../domain/messages/messages.ts';
import type { Message, MessageName } from '../../domain/messages/messages.ts';

const sample = z.strictObject({
  case: z.string(),
  locale,
  zone: z.string(),
  message: z.strictObject({ name: z.enum(messageNames), variables: z.unknown() }),
});

/** The samples of a message, as templates/samples has them: what previews are written with. */
export async function readSamples(
  name: MessageName,
): Promise<(Omit<z.output<typeof sample>, 'message'> & { message: Message })[]> {
  const { default: all } = await import('../../.build/samples.json', { with: { type: 'json' } });
  return z
    .array(sample)
    .parse(all)
    .filter(({ message }) => message.name === name)
    .map((one) => ({ ...one, message: parseMessage(name, one.message.variables) }));
}
