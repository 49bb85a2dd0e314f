import { fieldsIn, machine, policy, settings, state, words } from './edit.ts';
import type { Edit } from './edit.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';

/** Edits that hurt nobody. */
export const harmless: readonly { readonly what: string; readonly edit: Edit }[] = [
  { what: 'a state with another name', edit: words(journey, '"Invite"', '"Ask to an interview"') },
  {
    what: 'another comment',
    edit: state(
      journey,
      'Screen',
      (it) => void (it['Comment'] = 'Says which of the published criteria are met.'),
    ),
  },
  {
    what: 'the states in another order',
    edit: machine(promise, (it) => {
      it['States'] = Object.fromEntries(Object.entries(fieldsIn(it, 'States')).toReversed());
    }),
  },
  {
    what: 'a Pass more',
    edit: machine(journey, (it) => {
      const screen = fieldsIn(it, 'States', 'Screen');
      Object.assign(fieldsIn(it, 'States'), { 'Take breath': { Type: 'Pass', Next: screen['Next'] } });
      screen['Next'] = 'Take breath';
    }),
  },
  { what: 'a welcome call', edit: settings((it) => void (it['welcomeCall'] = true)) },
  {
    what: 'another pause before the offer',
    edit: settings((it) => void (it['loyalty'] = { pause: 'P3D', surveyPause: 'P9D' })),
  },
  {
    what: 'a reminder more',
    edit: policy('shortlist', (it) => {
      const ladder: unknown[] = Array.isArray(it['ladder']) ? it['ladder'] : [];
      it['ladder'] = [{ ...fieldsIn(ladder[0]), at: 0.25 }, ...ladder];
    }),
  },
  { what: 'a shorter promise', edit: policy('shortlist', (it) => void (it['within'] = 'PT24H')) },
  {
    what: 'a second new date',
    edit: policy('interview-date', (it) => void (fieldsIn(it, 'extension')['times'] = 2)),
  },
  { what: 'a promise in opening hours', edit: policy('shortlist', (it) => void (it['clock'] = 'business')) },
  {
    what: 'the backup is reminded, too',
    edit: policy('shortlist', (it) => void (fieldsIn(it, 'ladder', 0)['to'] = ['owner', 'backup'])),
  },
  {
    what: 'less time for a step',
    edit: state(journey, 'Screen', (it) => void (it['TimeoutSeconds'] = 30)),
  },
  {
    what: 'one reminder at a time',
    edit: state(promise, 'Remind', (it) => void (it['MaxConcurrency'] = 1)),
  },
];
