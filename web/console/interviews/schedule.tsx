import { schedule } from '../../../domain/api/recruiter/interviews.ts';
import { useSigned } from '../api/context.ts';
import type { ApplicationData } from '../application/data.ts';
import { emptyPlan } from './plan.ts';
import { PlanForm } from './plan-form.tsx';

interface SchedulePanelProps extends Pick<ApplicationData, 'application'> {
  readonly onDone: () => Promise<void>;
}

/** Sets the date that the candidate was promised; the invitation leaves at once. */
export function SchedulePanel({ application, onDone }: SchedulePanelProps) {
  const { call } = useSigned();
  const { applicationId, zone } = application;
  return (
    <PlanForm
      about={applicationId}
      initial={emptyPlan(zone)}
      action="Schedule interview"
      send={async (plan) => {
        await call(schedule, { params: { applicationId }, body: plan });
        await onDone();
      }}
    />
  );
}
