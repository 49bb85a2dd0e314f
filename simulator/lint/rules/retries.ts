import { looks, secondsOfLooks } from '../../../domain/messages/ledger.ts';
import type { JsonObject } from '../../asl/json.ts';
import type { Call } from '../definition/call.ts';
import { type StateView, objectsOf, textOf, textsOf } from '../definition/view.ts';
import type { Path, Problem } from '../finding.ts';
import type { Rule } from '../subject.ts';

/** At most this often, and in seconds: all pauses of a Task together, and pauses and attempts together. */
const BOUNDS = { attempts: 10, pauses: 300, inAll: 1_000 };

/** The error of a mail of which nobody knows whether it was sent. */
const UNCONFIRMED = 'MailUnconfirmed';

/** Errors that come again however often one tries. */
const FINAL = new Set(['NotFound', 'NotAllowed', 'InvalidInput', 'MailRefused', 'States.TaskFailed']);

/** Retries that are missing, have no bound, or try again what they must not. */
export const retries: Rule = ({ machine, calls }) =>
  machine.states.flatMap((state) => {
    const retriers = objectsOf(state.fields['Retry']);
    const call = calls.get(state);
    const path = [...state.path, 'Retry'];
    if (retriers.length === 0) return call ? [none(state)] : [];
    return [
      ...retriers.flatMap(([retrier, index]) => [
        ...shape(retrier, [...path, index]),
        ...errors(call, textsOf(retrier['ErrorEquals']), [...path, index]),
        ...unconfirmed(retrier, [...path, index]),
        ...(call ? comment(state, call, retrier, [...path, index]) : []),
      ]),
      ...total(
        state,
        retriers.flatMap(([retrier]) => pausesOf(retrier)),
        path,
      ),
    ];
  });

const none = ({ name, path }: StateView): Problem => ({
  rule: 'retry-missing',
  path,
  message: `'${name}' is not tried again: a moment's trouble would end the journey.`,
  mend: 'Copy the Retry of another Task of the same kind.',
});

function shape(retrier: JsonObject, path: Path): Problem[] {
  const attempts = retrier['MaxAttempts'];
  const found: Problem[] = [];
  if (typeof attempts !== 'number' || attempts > BOUNDS.attempts)
    found.push({
      rule: 'retry-unbounded',
      path: [...path, 'MaxAttempts'],
      message: `MaxAttempts is ${attempts === undefined ? 'missing' : JSON.stringify(attempts)}: say how often, at most ${BOUNDS.attempts} times.`,
      mend: 'Write "MaxAttempts": 6.',
    });
  const apart = textsOf(retrier['ErrorEquals']).every((name) => name === UNCONFIRMED);
  if (retrier['JitterStrategy'] !== 'FULL' && !apart)
    found.push({
      rule: 'retry-jitter',
      path: [...path, 'JitterStrategy'],
      message: 'Without jitter all journeys that failed together try again together.',
      mend: 'Write "JitterStrategy": "FULL".',
    });
  return found;
}

function errors(call: Call | undefined, names: readonly string[], path: Path): Problem[] {
  // The way out when nothing else works tries everything again; it sends nothing twice that anybody sees.
  const all = call?.action !== 'putEvents' && names.includes('States.ALL');
  const late = call?.waitsForToken && names.includes('States.Timeout');
  return [
    ...names.filter((name) => FINAL.has(name)),
    ...(all ? ['States.ALL'] : []),
    ...(late ? ['States.Timeout'] : []),
  ].map((name) => ({
    rule: 'retry-final',
    path: [...path, 'ErrorEquals'],
    message:
      name === 'States.Timeout'
        ? 'The end of a wait is tried again: the wait would begin anew and the deadline pass.'
        : `${name} is tried again, and with it what fails the same way every time or was done already.`,
    mend: 'Name the errors that pass: Contended, Unavailable, MailThrottled and those of Lambda or Step Functions.',
  }));
}

/** A mail may go out again after so many looks: they must not be over before word of the first can be there. */
function unconfirmed(retrier: JsonObject, path: Path): Problem[] {
  if (!textsOf(retrier['ErrorEquals']).includes(UNCONFIRMED)) return [];
  const pauses = pausesOf(retrier).slice(0, looks);
  // Fewer attempts than looks: the mail goes out again in a later run of the journey at the earliest.
  const long = pauses.length < looks || sum(pauses) >= secondsOfLooks;
  if (long && retrier['JitterStrategy'] !== 'FULL') return [];
  return [
    {
      rule: 'retry-unconfirmed',
      path: [...path, 'ErrorEquals'],
      message: `A mail may go out twice: word of the first may take ${secondsOfLooks} s, and is looked for ${looks} times.`,
      mend: `Try ${UNCONFIRMED} again apart from other errors: "IntervalSeconds": ${secondsOfLooks / looks}, "BackoffRate": 1, "JitterStrategy": "NONE".`,
    },
  ];
}

function total({ name, fields }: StateView, pauses: readonly number[], path: Path): Problem[] {
  const timeout = fields['TimeoutSeconds'];
  const waiting = sum(pauses);
  const inAll = waiting + (typeof timeout === 'number' ? timeout * (pauses.length + 1) : 0);
  if (waiting <= BOUNDS.pauses && (inAll <= BOUNDS.inAll || waiting === 0)) return [];
  return [
    {
      rule: 'retry-total',
      path,
      message: `'${name}' may be tried for ${inAll} s, ${waiting} s of them pauses, before anybody hears of it.`,
      mend: `Fewer or shorter attempts: pauses of at most ${BOUNDS.pauses} s, ${BOUNDS.inAll} s in all.`,
    },
  ];
}

/** Whoever reads a retry should not have to compute it. */
function comment({ fields }: StateView, { waitsForToken }: Call, retrier: JsonObject, path: Path): Problem[] {
  const pauses = pausesOf(retrier);
  const timeout = fields['TimeoutSeconds'];
  const waiting = sum(pauses);
  const inAll =
    typeof timeout === 'number' && !waitsForToken
      ? `, ${waiting + timeout * (pauses.length + 1)} s in all`
      : '';
  const said = textOf(retrier['Comment']);
  const wanted = [`${waiting} s`, ...(inAll ? [inAll.slice(2)] : [])];
  return wanted.every((words) => said.includes(words))
    ? []
    : [
        {
          rule: 'retry-comment',
          severity: 'warning',
          path: [...path, 'Comment'],
          message: 'The comment does not say how long this takes at most.',
          mend: `Say: pauses of at most ${pauses.join(' + ')} = ${waiting} s${inAll}.`,
        },
      ];
}

/** The longest pauses between attempts, in seconds: jitter only shortens them. */
function pausesOf(retrier: JsonObject): number[] {
  const number = (field: string, otherwise: number): number => {
    const value = retrier[field];
    return typeof value === 'number' ? value : otherwise;
  };
  const most = number('MaxDelaySeconds', Infinity);
  // Beyond the bound it no longer matters how often.
  const attempts = Math.min(number('MaxAttempts', 3), BOUNDS.attempts);
  return Array.from({ length: attempts }, (_, attempt) =>
    Math.min(number('IntervalSeconds', 1) * number('BackoffRate', 2) ** attempt, most),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
