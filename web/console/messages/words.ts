import type { Audience, Category } from '../../../domain/messages/messages.ts';

interface Group {
  readonly audience: Audience;
  readonly category: Category;
  readonly title: string;
  readonly about: string;
}

/** Messages as the list groups them. */
export const groups: readonly Group[] = [
  {
    audience: 'candidate',
    category: 'transactional',
    title: 'To candidates',
    about: 'Everybody who applies is sent these, whatever they agreed to.',
  },
  {
    audience: 'candidate',
    category: 'marketing',
    title: 'Thank-you offers',
    about: 'Sent only to whoever agreed, with one click to stop it.',
  },
  {
    audience: 'staff',
    category: 'internal',
    title: 'To colleagues',
    about: 'Who waits, how long is left, and what happens next.',
  },
  {
    audience: 'staff',
    category: 'script',
    title: 'Scripts for calls',
    about: 'Read out by a person; never sent.',
  },
];

/** `decision-reminder` as a title: `Decision reminder`. */
export const titleOf = (message: string): string => {
  const words = message.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
