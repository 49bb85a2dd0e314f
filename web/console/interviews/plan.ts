import { interviewPlan } from '../../../domain/interviews/interview.ts';
import type { InterviewPlan } from '../../../domain/interviews/interview.ts';
import type { Checked } from '../shell/submission.ts';

/** An arrangement while it is written: a wall clock's date and time in a zone, not an instant yet. */
export interface PlanDraft {
  readonly day: string;
  readonly time: string;
  readonly minutes: string;
  readonly zone: string;
  readonly by: 'place' | 'video';
  readonly place: string;
  readonly videoUrl: string;
  readonly interviewers: readonly string[];
  readonly bring: string;
  readonly contactPhone: string;
}

const asks: Readonly<Record<string, string>> = {
  minutes: 'Between 5 and 600 minutes.',
  zone: 'Choose a time zone.',
  place: 'Say where, in up to 120 characters.',
  videoUrl: 'A whole address, beginning with https://',
  interviewers: 'Choose one to eight interviewers.',
  bring: 'One sentence, up to 400 characters.',
  contactPhone: 'A phone number, such as +44 113 496 0000.',
};

/** The arrangement as the API takes it, or what is missing by field. */
export async function checkPlan(draft: PlanDraft): Promise<Checked<InterviewPlan>> {
  const startsAt = await instantOf(draft);
  const optional = (name: 'bring' | 'contactPhone') =>
    draft[name].trim() === '' ? {} : { [name]: draft[name].trim() };
  const plan = interviewPlan.safeParse({
    startsAt,
    minutes: Number(draft.minutes),
    zone: draft.zone,
    ...(draft.by === 'place' ? { place: draft.place } : { videoUrl: draft.videoUrl }),
    interviewers: draft.interviewers,
    ...optional('bring'),
    ...optional('contactPhone'),
  });
  if (plan.success) return { value: plan.data };
  const names = plan.error.issues.map(({ path }) => String(path[0]));
  const missing = new Map(names.map((name) => [name, asks[name] ?? 'This does not fit.']));
  if (names.includes('startsAt')) missing.set('startsAt', 'Choose a day and a time that exist in that zone.');
  return { missing };
}

/** Undefined when there is no such day and time in the zone: the clocks skip an hour in spring. */
async function instantOf({ day, time, zone }: PlanDraft): Promise<string | undefined> {
  // Loaded when needed: it is as large as the rest of the form.
  const { Temporal } = await import('temporal-polyfill');
  try {
    const clock = Temporal.PlainDateTime.from(`${day}T${time}`, { overflow: 'reject' });
    return clock.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant().toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const clockOf = (instant: string, zone: string): { day: string; time: string } => {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(Date.parse(instant))
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
};

export const emptyPlan = (zone: string): PlanDraft => ({
  day: '',
  time: '',
  minutes: '45',
  zone,
  by: 'place',
  place: '',
  videoUrl: '',
  interviewers: [],
  bring: '',
  contactPhone: '',
});

/** What was arranged, to be changed. */
export function draftOfPlan(plan: InterviewPlan): PlanDraft {
  return {
    ...emptyPlan(plan.zone),
    ...clockOf(plan.startsAt, plan.zone),
    minutes: String(plan.minutes),
    by: plan.videoUrl === undefined ? 'place' : 'video',
    place: plan.place ?? '',
    videoUrl: plan.videoUrl ?? '',
    interviewers: plan.interviewers,
    bring: plan.bring ?? '',
    contactPhone: plan.contactPhone ?? '',
  };
}
