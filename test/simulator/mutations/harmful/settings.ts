import { settings as all, fieldsIn, policy } from '../edit.ts';
import type { Harmful } from './harmful.ts';

/** Settings after which a promise is worth nothing. */
export const settings: readonly Harmful[] = [
  {
    what: 'the word of delay is left out',
    by: 'reader',
    edit: policy('shortlist', (it) => void (it['delayed'] = null)),
  },
  {
    what: 'the release is left out',
    by: 'reader',
    edit: policy('shortlist', (it) => void (it['released'] = null)),
  },
  {
    what: 'the word of delay is a decline',
    by: 'reader',
    edit: policy('shortlist', (it) => void (it['delayed'] = 'decline')),
  },
  {
    what: 'the release is a decline',
    by: 'reader',
    edit: policy('shortlist', (it) => void (it['released'] = 'decline')),
  },
  {
    what: 'forty-seven days can pass after an interview',
    by: 'reader',
    edit: policy('next-step', (it) => void (it['backstop'] = 'P40D')),
  },
  {
    what: 'nobody waits for the feedback after an interview',
    by: 'reader',
    edit: policy('approval', (it) => {
      Object.assign(it, { audience: 'internal', delayed: null, released: null });
      delete it['backstop'];
    }),
  },
  {
    what: 'a reminder comes after the deadline',
    by: 'reader',
    edit: policy('shortlist', (it) => void (fieldsIn(it, 'ladder', 0)['at'] = 1.2)),
  },
  {
    what: 'the date is moved two hundred times',
    by: 'reader',
    edit: policy('shortlist', (it) => void (fieldsIn(it, 'extension')['times'] = 200)),
  },
  {
    what: 'the reminder is a message to candidates',
    by: 'reader',
    edit: policy('shortlist', (it) => void (fieldsIn(it, 'ladder', 0)['message'] = 'invitation')),
  },
  {
    what: 'candidates who are released are congratulated',
    by: 'reader',
    edit: policy('next-step', (it) => void (it['released'] = 'hired')),
  },
  {
    what: 'an application is forgotten the day after it closed',
    by: 'reader',
    edit: all((it) => void (it['retention'] = 'P1D')),
  },
  {
    what: 'each delay is a quarter of a year',
    by: 'reader',
    edit: policy('shortlist', (it) => {
      Object.assign(fieldsIn(it, 'extension'), { within: 'P90D', times: 3 });
    }),
  },
];
