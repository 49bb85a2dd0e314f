import { all, branch, branchTo, fieldsIn, machine, onward, state, words } from '../edit.ts';
import type { Edit } from '../edit.ts';
import type { Harmful } from './harmful.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';
const offer = 'loyalty-offer';

const template =
  (path: string, text: string): Edit =>
  (texts) => ({ ...texts, templates: { ...texts.templates, [path]: text } });

/** Edits after which a message goes wrong: to another person, twice, too early or without consent. */
export const messages: readonly Harmful[] = [
  {
    what: 'the acknowledgement goes to the recruiter',
    by: 'lint',
    edit: state(journey, 'Acknowledge', (it) => void (fieldsIn(it, 'Arguments', 'Payload')['to'] = 'owner')),
  },
  {
    what: 'somebody else is acknowledged with a survey',
    by: 'proof',
    edit: words(journey, '"message": "acknowledgement"', '"message": "survey"'),
  },
  {
    what: 'a message that there is not',
    by: 'lint',
    edit: words(journey, '"message": "invitation"', '"message": "invite"'),
  },
  {
    what: 'a template without its variable',
    by: 'proof',
    edit: template('es/invitation.md', '---\nsubject: Hola\n---\nHola\n'),
  },
  {
    what: 'the word of delay at one wait is taken for that at another',
    by: 'lint',
    edit: state(promise, 'Tell the candidate of the delay', (it) => {
      fieldsIn(it, 'ItemSelector')['occurrence'] = "{% 'delay' %}";
    }),
  },
  {
    what: 'the second reminder is taken for the first',
    by: 'proof',
    edit: state(
      promise,
      'Remind',
      (it) => void (fieldsIn(it, 'ItemSelector')['occurrence'] = "{% $gate.gateId & '.r' %}"),
    ),
  },
  {
    what: 'nobody is reminded',
    by: 'proof',
    edit: state(promise, 'Remind', (it) => void (it['Items'] = '{% [] %}')),
  },
  {
    what: 'only the first of those to be reminded is',
    by: 'proof',
    edit: state(promise, 'Remind', (it) => void (it['Items'] = '{% [$rungs[$next].to[0]] %}')),
  },
  {
    what: 'an escalation is dropped',
    by: 'proof',
    edit: state(promise, 'Escalate', (it) => void (it['Items'] = '{% [] %}')),
  },
  {
    what: 'the offer comes before the decline',
    by: 'lint',
    edit: all(
      branchTo(journey, 'What was decided?', "'declined'", 'Thank with an offer'),
      onward(journey, 'Thank with an offer', 'Decline'),
      onward(journey, 'Decline', 'Still here after the offer?'),
    ),
  },
  {
    what: 'the offer comes before the decision',
    by: 'lint',
    edit: (texts) => {
      const offered = fieldsIn(JSON.parse(texts.machines[journey] ?? ''), 'States', 'Thank with an offer');
      return machine(journey, (it) => {
        const from = JSON.stringify(offered)
          .replace('$answeredAt', '$submittedAt')
          .replace("'-offer'", "'-thanks'");
        const early = { ...fieldsIn(JSON.parse(from)), Next: 'Decide on the shortlist' };
        Object.assign(fieldsIn(it, 'States'), { 'Thank at once': early });
        fieldsIn(it, 'States', 'Screen')['Next'] = 'Thank at once';
      })(texts);
    },
  },
  {
    what: 'an offer without consent',
    by: 'lint',
    edit: branch(offer, 'Consented, and issued?', '$issued', (it) => {
      it['Condition'] = "{% $reason = 'no-consent' or $issued %}";
    }),
  },
  {
    what: 'the offer does not wait',
    by: 'proof',
    edit: branch(
      offer,
      'Still welcome?',
      '$toMillis',
      (it) => void (it['Condition'] = "{% $gate.status = 'pending' %}"),
    ),
  },
  {
    what: 'the survey is an offer',
    by: 'lint',
    edit: words(journey, '"message": "survey"', '"message": "loyalty-offer"'),
  },
  {
    what: 'two answers in one moment',
    by: 'proof',
    edit: onward(journey, 'Decline', 'Congratulate'),
  },
];
