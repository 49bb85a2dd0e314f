import { audienceOf, variablesOf } from '../messages/messages.ts';
import type { Message, MessageName } from '../messages/messages.ts';
import { InvalidInput } from '../steps/errors.ts';
import { candidateLetters } from './candidate-letters.ts';
import type { Facts } from './facts.ts';
import { staffNotes } from './staff-notes.ts';

/**
 * A message with its variables, made from the facts and checked by the message's own schema.
 * @throws InvalidInput when a fact is missing or the message is not one that a workflow sends
 */
export function compose(name: MessageName, facts: Facts): Message {
  const writers = audienceOf(name) === 'staff' ? staffNotes : candidateLetters;
  const write = writers[name];
  if (!write) throw new InvalidInput(`no workflow sends ${name}`);
  const parsed = variablesOf(name).safeParse(write(facts));
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
    throw new InvalidInput(`the facts do not fit ${name}: ${fields.join(', ')}`);
  }
  return { name, variables: parsed.data } as Message;
}
