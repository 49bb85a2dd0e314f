import { branchTo, caughtBy, fieldsIn, onward, policy, state, words } from '../edit.ts';
import type { Harmful } from './harmful.ts';

const callback = 'callback-request';

/** Edits after which a candidate who asks something gets no answer, or the wrong one. */
export const questions: readonly Harmful[] = [
  {
    what: 'a question is not confirmed',
    by: 'lint',
    edit: state(callback, 'Is it still asked?', (it) => void (it['Default'] = 'Keep the promise')),
  },
  {
    what: 'nobody is asked to answer',
    by: 'proof',
    edit: onward(callback, 'Confirm the question', 'Candidate called'),
  },
  {
    what: 'the answer is written and not sent',
    by: 'lint',
    edit: branchTo(callback, 'What came of it?', "'answered'", 'Candidate called'),
  },
  {
    what: 'the answer goes to the owner',
    by: 'lint',
    edit: state(callback, 'Send the answer', (it) => {
      fieldsIn(it, 'Arguments', 'Payload')['to'] = 'owner';
    }),
  },
  {
    what: 'an answer that cannot be sent counts as sent',
    by: 'proof',
    edit: caughtBy(callback, 'Send the answer', 'Candidate called'),
  },
  {
    what: 'the promise of another kind is kept',
    by: 'lint',
    edit: words(callback, '"kind": "question"', '"kind": "approval"'),
  },
  {
    what: 'whoever waits is not told that HR answers later',
    by: 'proof',
    edit: state(callback, 'Is the promise in danger?', (it) => {
      it['Choices'] = [{ Condition: '{% $not($taskNews) %}', Next: 'Tell the candidate who answers' }];
    }),
  },
  {
    what: 'a question that fails is nobody’s task',
    by: 'lint',
    edit: caughtBy(callback, 'Keep the promise', 'Publish that it needs attention'),
  },
  {
    what: 'a question may take half a year',
    by: 'reader',
    edit: policy(
      'question',
      (it) => void Object.assign(fieldsIn(it, 'extension'), { within: 'P180D', times: 2 }),
    ),
  },
];
