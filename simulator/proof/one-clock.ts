import type { Settings } from '../../domain/settings/settings.ts';

/**
 * The settings with every clock running all the time, so that a week does not begin anew on Monday and what can
 * happen does not depend on when. That opening hours change no ladder but its instants is checked apart.
 */
export function onOneClock(settings: Settings): Settings {
  const { promises } = settings;
  const clock = 'elapsed' as const;
  const { shortlist, feedback, approval, question } = promises;
  return {
    ...settings,
    calendar: { ...settings.calendar, zone: 'UTC' },
    tasks: { ...settings.tasks, clock },
    promises: {
      shortlist: { ...shortlist, clock },
      'interview-date': { ...promises['interview-date'], clock },
      feedback: { ...feedback, clock },
      approval: { ...approval, clock },
      'next-step': { ...promises['next-step'], clock },
      question: { ...question, clock },
    },
  };
}
