import type { Application, CurrentPromise } from '../application/application.ts';
import type { Gate } from '../application/gate-item.ts';
import { isOpen } from '../application/stages.ts';
import type { Settings } from '../settings/settings.ts';
import { ladderFor } from './journey-ladder.ts';
import { takenUp } from './ladder.ts';

type Known = Pick<Application, 'promise' | 'stage'>;
type Asked = Pick<Gate, 'applicationId' | 'gateId' | 'kind' | 'subject' | 'owner'> & {
  /** When the promise's clock started, and when the promise is made. */
  readonly from: string;
  readonly at: string;
};

/** What the candidate was told while no machine could act for them; of a question they were told nothing by that. */
const toldOf = ({ promise }: Known, kind: Gate['kind']): string | undefined =>
  promise?.kind === 'attention' && kind !== 'question' ? promise.due : undefined;

/**
 * A new promise: its gate, and what the candidate sees as the current promise, if this is one that they see. Made
 * late, it never starts with a date that is past, nor with one earlier than they were told.
 * @throws InvalidInput for a kind that has no ladder
 */
export function newGate(
  application: Known,
  settings: Settings,
  { from, at, ...asked }: Asked,
  made: ReturnType<typeof ladderFor> = ladderFor(asked.kind, settings, from, at),
): { readonly gate: Gate; readonly promise?: CurrentPromise } {
  const { policy, ladder, promised } = made;
  const rungs = takenUp({ policy, calendar: settings.calendar, from }, ladder.rungs, {
    taken: -1,
    told: toldOf(application, asked.kind),
    at,
  });
  const gate: Gate = {
    ...asked,
    status: 'pending',
    version: 1,
    due: dueOf(rungs, -1) ?? ladder.due,
    firstDue: ladder.due,
    rung: -1,
    rungs: rungs.map((rung) => ({ ...rung, to: [...rung.to] })),
    from,
    openedAt: at,
  };
  return { gate, ...(promised && { promise: promiseOf(gate, promised) }) };
}

/**
 * A promise whose machine could not go on and is taken up again: the gate with the rest of its ladder as it stands
 * at `at`, and the promise that takes the place of HR's task again. The same gate when nothing is late.
 */
export function takenUpGate(
  application: Known,
  settings: Settings,
  gate: Gate,
  at: string,
): { readonly gate: Gate; readonly promise?: CurrentPromise } {
  if (gate.status !== 'pending' || gate.rungs === undefined || gate.from === undefined) return { gate };
  const { policy, promised } = ladderFor(gate.kind, settings, gate.from, at);
  const told = toldOf(application, gate.kind);
  const rungs = takenUp({ policy, calendar: settings.calendar, from: gate.from }, gate.rungs, {
    taken: gate.rung,
    told,
    at,
  });
  const late =
    rungs.length !== gate.rungs.length || rungs.some((rung, index) => rung.at !== gate.rungs?.[index]?.at);
  const next = late
    ? {
        ...gate,
        version: gate.version + 1,
        due: dueOf(rungs, gate.rung) ?? gate.due,
        rungs: rungs.map((rung) => ({ ...rung, to: [...rung.to] })),
      }
    : gate;
  const back = promised && told !== undefined && isOpen(application.stage);
  return { gate: next, ...(back && { promise: promiseOf(next, promised) }) };
}

/** The date that holds after a rung: that of the next deadline. */
function dueOf(
  rungs: readonly { index: number; action: string; at: string }[],
  taken: number,
): string | undefined {
  return rungs.find(({ index, action }) => index > taken && (action === 'delay' || action === 'release'))?.at;
}

function promiseOf(gate: Gate, kind: CurrentPromise['kind']): CurrentPromise {
  const { due, firstDue, owner, gateId, openedAt } = gate;
  return { kind, due, firstDue, madeAt: openedAt, owner, gateId };
}
