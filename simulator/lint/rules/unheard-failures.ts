import { alwaysHolds } from '../definition/flow.ts';
import type { Edge } from '../definition/edges.ts';
import type { Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import { sendingsOf } from './messages.ts';

type Heard = 'by the lead' | 'by operators';

const all: ReadonlySet<Heard> = new Set(['by the lead', 'by operators'] as const);

const mends: Readonly<Record<Heard, string>> = {
  'by the lead': "Send 'task-raised' to the lead after the task is raised.",
  'by operators':
    "Publish 'ApplicationNeedsAttention', as the other machines do: the alarm and every canary look at it.",
};

/** Machines that give up with a task for HR which the lead, or the operators, are not told of. */
export const unheardFailures: Rule = (subject) => {
  const { block } = subject.machine;
  const told = new Set(sendingsOf(subject, (name) => name === 'task-raised').map(({ state }) => state));
  const held = alwaysHolds(block, (edge) => effectOf(subject, edge, told.has(edge.from)), all);
  return [...block.states.values()]
    .filter(({ type }) => type === 'Fail')
    .flatMap((state): Problem[] =>
      [...all]
        .filter((heard) => held.get(state)?.has(heard) === false)
        .map((heard) => ({
          rule: 'unheard-failure',
          path: state.path,
          message: `A way leads to '${state.name}' on which a task is raised and not heard of ${heard}.`,
          mend: mends[heard],
        })),
    );
};

/** What raised no task cannot be told to the lead; whoever was told is, also when that failed. */
function effectOf(
  { calls }: Subject,
  { from, kind }: Edge,
  tells: boolean,
): { gives: Heard[]; takes?: Heard[] } {
  const { step, action, payload } = calls.get(from) ?? {};
  if (step === 'raise-task' && payload?.['task'] === 'attention')
    return kind === 'catch'
      ? { gives: ['by the lead'], takes: ['by operators'] }
      : { gives: [], takes: ['by the lead', 'by operators'] };
  if (action === 'putEvents') return { gives: ['by operators'] };
  return { gives: tells ? ['by the lead'] : [] };
}
