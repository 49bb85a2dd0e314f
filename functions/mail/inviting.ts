import type { Message } from '../../domain/messages/messages.ts';

export type Scheduled = Extract<Message, { name: 'interview-scheduled' }>;
type Ending = Extract<
  Message,
  { name: 'interview-cancelled' | 'withdrawal-confirmed' | 'erasure-confirmed' }
>;
export type Inviting = Scheduled | Ending;

/** Whether a message puts an interview into the candidate's calendar, moves it there or takes it out. */
export const isInviting = (message: Message): message is Inviting =>
  message.name === 'interview-scheduled' ||
  message.name === 'interview-cancelled' ||
  ((message.name === 'withdrawal-confirmed' || message.name === 'erasure-confirmed') &&
    message.variables.interviewPlanned === true);
