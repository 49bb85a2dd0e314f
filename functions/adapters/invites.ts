import type { Facts } from '../../domain/letters/facts.ts';
import type { Message } from '../../domain/messages/messages.ts';
import { staffMemberOf } from '../../domain/promises/owner.ts';
import type { Invite } from '../mail/invite.ts';
import { isInviting } from '../mail/inviting.ts';
import type { Stationery } from './store/templates.ts';

/** The calendar file that goes with a message, or none. */
export async function inviteTo(
  message: Message,
  {
    application: { locale, candidate },
    interview,
    settings,
    job,
    at,
  }: Pick<Facts, 'application' | 'interview' | 'settings' | 'job' | 'at'>,
  phrases: Stationery['phrases'],
): Promise<Invite | undefined> {
  if (!interview || !isInviting(message)) return undefined;
  // What writes it is loaded with the first that is sent.
  const { calendarInvite } = await import('../mail/invite.ts');
  return calendarInvite({
    message,
    locale,
    phrases,
    interview,
    organizer: staffMemberOf(settings, job.lead, job),
    stampedAt: at,
    attendee: candidate.email,
  });
}
