import { ulid } from 'ulid';
import * as changes from '../../../domain/interviews/changes.ts';
import type { Interview, InterviewPlan } from '../../../domain/interviews/interview.ts';
import { objectionsToPlan } from '../../../domain/interviews/objections.ts';
import { NotAllowed } from '../../../domain/steps/errors.ts';
import type { Application } from '../../../domain/application/application.ts';
import { eventWrite } from '../../adapters/store/events.ts';
import { settleGate } from '../../adapters/store/gate-changes.ts';
import { listGates } from '../../adapters/store/gates.ts';
import { changeInterview } from '../../adapters/store/interview-changes.ts';
import { interviewWrite } from '../../adapters/store/interviews.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import type { Exchange } from '../../runtime/request.ts';
import { refuseObjections } from './objections.ts';
import type { Services } from './services.ts';
import { permitted } from './signed-in.ts';
import { wake } from '../../runtime/wake.ts';

interface OnApplication extends Exchange {
  readonly params: { readonly applicationId: string };
}
interface OnInterview extends Exchange {
  readonly params: { readonly applicationId: string; readonly interviewId: string };
}

/** Ends the wait for an interview date: the interview and the settled gate are one write. */
export async function schedule(
  services: Services,
  { params: { applicationId }, body, at, caller }: OnApplication & { readonly body: InterviewPlan },
): Promise<Interview> {
  const { table } = services;
  const { colleague, application } = await permitted(table, caller, applicationId);
  await refuseImpossible(table, body, at);
  const gateId = await awaitedDate(table, application);
  const interviewId = ulid(Date.parse(at));
  const interview = changes.schedule(applicationId, interviewId, body, { by: colleague.id, at });
  const settled = await settleGate(table, {
    applicationId,
    gateId,
    outcome: 'scheduled',
    actor: colleague.id,
    at,
    holdUntil: null,
    decision: { interviewId },
    together: [
      interviewWrite(table, interview),
      eventWrite(table, {
        applicationId,
        at,
        type: 'InterviewScheduled',
        actor: colleague.id,
        detail: { interviewId, startsAt: interview.startsAt },
      }),
    ],
  });
  await wake(services, settled, at);
  return interview;
}

export async function reschedule(
  services: Services,
  { params, body, at, caller }: OnInterview & { readonly body: InterviewPlan & { expectedVersion: number } },
): Promise<Interview> {
  const { expectedVersion, ...plan } = body;
  const { colleague } = await permitted(services.table, caller, params.applicationId);
  await refuseImpossible(services.table, plan, at);
  const actor = colleague.id;
  return change(services, {
    ...params,
    expectedVersion,
    type: 'InterviewRescheduled',
    actor,
    at,
    rule: (interview) => changes.reschedule(interview, plan, { by: actor, at }),
  });
}

export async function cancel(
  services: Services,
  { params, query, at, caller }: OnInterview & { readonly query: { readonly expectedVersion: number } },
): Promise<Interview> {
  const { colleague } = await permitted(services.table, caller, params.applicationId);
  const actor = colleague.id;
  return change(services, {
    ...params,
    ...query,
    type: 'InterviewCancelled',
    actor,
    at,
    rule: (interview) => changes.cancel(interview, { by: actor, at }),
  });
}

async function change(services: Services, how: Parameters<typeof changeInterview>[1]): Promise<Interview> {
  const { interview, gate } = await changeInterview(services.table, how);
  if (gate) await wake(services, gate, how.at);
  return interview;
}

async function refuseImpossible(table: Table, plan: InterviewPlan, at: string): Promise<void> {
  refuseObjections(objectionsToPlan(plan, (await readLiveSettings(table)).staff, at));
}

/** The gate of the last round; settled already, it says itself by whom. */
async function awaitedDate(table: Table, { applicationId }: Application): Promise<string> {
  const rounds = (await listGates(table, applicationId)).filter(({ kind }) => kind === 'interview-date');
  const last = rounds.toSorted((one, other) => (one.openedAt < other.openedAt ? -1 : 1)).at(-1);
  if (!last) throw new NotAllowed('no interview date is awaited');
  return last.gateId;
}
