import type * as z from 'zod';
import type { readApplication } from '../../../domain/api/recruiter/application.ts';
import { choicesOf } from '../decide/choices.ts';

type Waiting = Pick<z.output<typeof readApplication.reply.body>, 'gates' | 'tasks'>;
type GateData = Waiting['gates'][number];

/** Whoever looks at it. */
interface Reader {
  readonly isLead: boolean;
}

/** Something an application waits for, and whether the reader could do it now. */
export interface Act {
  readonly key: string;
  readonly due: string;
  readonly isMine: boolean;
  readonly gate?: GateData;
  readonly task?: Waiting['tasks'][number];
}

/** What an application waits for, what is due first on top. */
export function actsOf({ gates, tasks }: Waiting, me: Reader): Act[] {
  const waits = gates
    .filter(({ status }) => status !== 'closed')
    .map((gate): Act => ({ key: gate.gateId, due: gate.due, isMine: isOpenTo(gate, me), gate }));
  const open = tasks
    .filter(({ status }) => status === 'open')
    .map((task): Act => ({ key: task.taskId, due: task.due, isMine: true, task }));
  return [...waits, ...open].toSorted((one, other) => Date.parse(one.due) - Date.parse(other.due));
}

/** Interviewers write feedback on a page of their own, and only leads approve it. */
function isOpenTo({ kind, status }: GateData, { isLead }: Reader): boolean {
  if (status !== 'pending') return false;
  if (kind === 'approval') return isLead;
  return kind === 'question' || choicesOf(kind).length > 0;
}
