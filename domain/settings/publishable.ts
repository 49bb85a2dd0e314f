import { approximateSeconds, exactMilliseconds } from '../calendar/duration.ts';
import { namedIn, namesakes } from '../offers/interest.ts';
import { outOfBounds } from './bounds.ts';
import type { Complaint } from './complaint.ts';
import { unprintable } from './printed.ts';
import { brokenPromises } from './promised.ts';
import { settings } from './settings.ts';
import type { Settings } from './settings.ts';

/** Settings that may be published: well-formed, and such that they hurt nobody. */
export const publishableSettings = settings.superRefine((value, context) => {
  const malformed = new Set(context.issues.map(({ path = [] }) => path.join('.')));
  for (const { path, message } of complaints(value).filter((one) => !malformed.has(one.path.join('.'))))
    context.addIssue({ code: 'custom', path: [...path], message });
});

const complaints = (value: Settings): Complaint[] => [
  ...together(value),
  ...brokenPromises(value),
  ...sameNames(value),
  ...twice(value),
  ...unprintable(value),
  ...neverOffered(value),
  ...outOfBounds(value),
];

function together({ loyalty: { pause, surveyPause } }: Settings): Complaint[] {
  const message = 'must be at least a day longer than the pause before the offer';
  return approximateSeconds(surveyPause) - approximateSeconds(pause) < 86_400
    ? [{ path: ['loyalty', 'surveyPause'], message }]
    : [];
}

function sameNames({ interests, offers }: Settings): Complaint[] {
  const slugs = new Set([...Object.keys(interests), ...offers.flatMap((offer) => offer.interests)]);
  return namesakes(namedIn(interests, [...slugs])).map(({ path, name }) => ({
    path: ['interests', ...path],
    message: `another interest is called “${name}” in this language: applicants could not tell them apart`,
  }));
}

function twice({ staff }: Settings): Complaint[] {
  const ids = staff.map(({ id }) => id);
  return [...ids.entries()]
    .filter(([position, id]) => ids.indexOf(id) !== position)
    .map(([position, id]) => ({ path: ['staff', position, 'id'], message: `${id} is there twice` }));
}

/** Calls are offered within opening hours: a window that fits into none is never offered. */
function neverOffered({ calendar: { opening }, callBacks }: Settings): Complaint[] {
  const stretches = Object.values(opening).flat();
  const longest = Math.max(...stretches.map(({ from, to }) => minutesOf(to) - minutesOf(from)));
  return exactMilliseconds(callBacks.window) <= longest * 60_000
    ? []
    : [
        {
          path: ['callBacks', 'window'],
          message: `fits into no opening hours, of which the longest last ${longest} minutes: no call could ever be booked`,
        },
      ];
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
