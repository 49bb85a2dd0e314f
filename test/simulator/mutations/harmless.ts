import { all, fieldsIn, machine, policy, settings, state, words } from './edit.ts';
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
  { what: 'a much shorter promise', edit: policy('shortlist', (it) => void (it['within'] = 'PT4H')) },
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
    what: 'a state of a child with another name',
    edit: words('interview-feedback', '"Ask the interviewers"', '"Whom do we ask?"'),
  },
  {
    what: 'a comment on every state',
    edit: machine('loyalty-offer', (it) => {
      for (const [name, one] of Object.entries(fieldsIn(it, 'States')))
        Object.assign(fieldsIn(one), { Comment: `What happens here: ${name}` });
    }),
  },
  {
    what: 'a variable that nobody reads',
    edit: state(journey, 'Screen', (it) => void (it['Assign'] = { screened: true })),
  },
  {
    what: 'conditions written the other way round',
    edit: all(
      words(journey, "$decided = 'declined'", "'declined' = $decided"),
      words(promise, "$gate.status = 'held'", "'held' = $gate.status"),
    ),
  },
  {
    what: 'branches in another order',
    edit: state(journey, 'What was decided?', (it) => {
      const branches: unknown = it['Choices'];
      if (Array.isArray(branches)) it['Choices'] = branches.toReversed();
    }),
  },
  {
    what: 'a step more for HR before the decision',
    edit: machine(journey, (it) => {
      const screen = fieldsIn(it, 'States', 'Screen');
      const again = structuredClone(screen);
      Object.assign(fieldsIn(it, 'States'), { 'Screen again': again });
      screen['Next'] = 'Screen again';
    }),
  },
  {
    what: 'a pause of a minute before the survey',
    edit: machine(journey, (it) => {
      Object.assign(fieldsIn(it, 'States'), {
        Breathe: { Type: 'Wait', Seconds: 60, Next: 'Ask how we did' },
      });
      const branches: unknown = fieldsIn(it, 'States', 'Still here for the survey?')['Choices'];
      if (Array.isArray(branches)) fieldsIn(branches[1])['Next'] = 'Breathe';
    }),
  },
  { what: 'a longer time to undo', edit: settings((it) => void (it['undoWindow'] = 'PT1H')) },
  { what: 'another promise for questions', edit: policy('question', (it) => void (it['within'] = 'P2D')) },
  {
    what: 'more time for HR’s tasks',
    edit: settings((it) => void (it['tasks'] = { within: 'P2D', clock: 'business' })),
  },
  {
    what: 'longer calls',
    edit: settings((it) => void (it['callBacks'] = { window: 'PT3H', notice: 'PT2H', days: 5 })),
  },
  {
    what: 'waits that are over look where things stand',
    edit: all(
      state(
        promise,
        'Wait for a person',
        (it) => void (fieldsIn(it, 'Catch', 0)['Next'] = 'Where does it stand?'),
      ),
      state(
        promise,
        'Leave time to undo',
        (it) => void (fieldsIn(it, 'Catch', 0)['Next'] = 'Where does it stand?'),
      ),
    ),
  },
  {
    what: 'one reminder at a time',
    edit: state(promise, 'Remind', (it) => void (it['MaxConcurrency'] = 1)),
  },
];
