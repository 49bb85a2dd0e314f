import { approximateSeconds } from '../calendar/duration.ts';
import type { Complaint } from './complaint.ts';
import type { Settings } from './settings.ts';

interface Bounds {
  /** ISO 8601 durations, each with what is lost beyond it. */
  readonly least?: readonly [string, string];
  readonly most?: readonly [string, string];
}

/** Nobody waits longer without a word: a month, of which some twenty-two days are working days. */
const silence = { elapsed: 'P31D', business: 'P22D' } as const;

const promised = (clock: keyof typeof silence): Bounds => ({
  least: ['PT30M', 'nobody could keep it'],
  most: [silence[clock], 'somebody would hear nothing for over a month'],
});

/** Every length of time of which too little or too much hurts somebody. */
export const outOfBounds = (settings: Settings): Complaint[] => [
  ...beyond(['acknowledgement', 'within'], settings.acknowledgement.within, {
    least: ['PT30S', 'no mail is that quick'],
    most: ['PT1H', 'nobody would notice that applicants hear nothing'],
  }),
  ...beyond(['undoWindow'], settings.undoWindow, {
    least: ['PT1M', 'a slip could not be taken back'],
    most: ['P1D', 'a decision that is made would not be told'],
  }),
  ...beyond(['tasks', 'within'], settings.tasks.within, {
    least: ['PT1H', 'candidates are told this date, and nobody could keep it'],
    most: ['P14D', 'candidates whose journey failed wait for it'],
  }),
  ...beyond(['loyalty', 'pause'], settings.loyalty.pause, {
    least: ['PT1H', 'the offer would come together with the answer'],
    most: ['P60D', 'nobody would know what for'],
  }),
  ...beyond(['loyalty', 'surveyPause'], settings.loyalty.surveyPause, {
    most: ['P90D', 'nobody would remember what the survey asks about'],
  }),
  ...beyond(['callBacks', 'notice'], settings.callBacks.notice, {
    most: ['PT72H', 'whoever asks for a call would wait for days'],
  }),
  ...beyond(['retention'], settings.retention, {
    least: ['P30D', 'whoever was just answered could not ask back'],
    most: ['P5Y', 'nothing about a person is needed for so long'],
  }),
  ...settings.offers.flatMap(({ validFor }, index) =>
    beyond(['offers', index, 'validFor'], validFor, {
      least: ['P7D', 'a code could be over before its mail is read'],
      most: ['P2Y', 'an application is kept for as long as its code is valid'],
    }),
  ),
  ...Object.entries(settings.promises).flatMap(([kind, { clock, within, extension }]) => [
    ...beyond(['promises', kind, 'within'], within, promised(clock)),
    ...(extension.times > 0
      ? beyond(['promises', kind, 'extension', 'within'], extension.within, promised(clock))
      : []),
  ]),
];

function beyond(path: Complaint['path'], length: string, { least, most }: Bounds): Complaint[] {
  const seconds = approximateSeconds(length);
  if (least && seconds < approximateSeconds(least[0]))
    return [{ path, message: `must be at least ${least[0]}: ${least[1]}` }];
  if (most && seconds > approximateSeconds(most[0]))
    return [{ path, message: `must be at most ${most[0]}: ${most[1]}` }];
  return [];
}
