import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import { nameOf, usePeople } from '../words/people.ts';
import type { PlanDraft } from './plan.ts';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));

interface PlanFieldsProps {
  readonly draft: PlanDraft;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (draft: PlanDraft) => void;
}

/** When, where, with whom. */
export function PlanFields({ draft, errors, onChange }: PlanFieldsProps) {
  const people = usePeople();
  const change = (part: Partial<PlanDraft>) => onChange({ ...draft, ...part });
  const interviewersError = [...errors].find(([name]) => name.startsWith('interviewers'))?.[1];
  return (
    <SpaceBetween size="m">
      <div className="side-by-side">
        <FormField label="Day" errorText={errors.get('startsAt')}>
          <DatePicker
            value={draft.day}
            onChange={({ detail }) => change({ day: detail.value })}
            placeholder="YYYY/MM/DD"
            locale="en-GB"
          />
        </FormField>
        <FormField label="Time">
          <TimeInput
            value={draft.time}
            onChange={({ detail }) => change({ time: detail.value })}
            format="hh:mm"
            placeholder="hh:mm"
          />
        </FormField>
        <FormField label="Minutes" errorText={errors.get('minutes')}>
          <Input
            type="number"
            value={draft.minutes}
            onChange={({ detail }) => change({ minutes: detail.value })}
          />
        </FormField>
        <FormField label="Time zone" errorText={errors.get('zone')}>
          <Select
            selectedOption={{ value: draft.zone, label: draft.zone.replaceAll('_', ' ') }}
            options={zones}
            filteringType="auto"
            filteringAriaLabel="Find a time zone"
            onChange={({ detail }) => change({ zone: detail.selectedOption.value ?? draft.zone })}
          />
        </FormField>
      </div>
      <FormField label="How">
        <RadioGroup
          value={draft.by}
          onChange={({ detail }) => change({ by: detail.value === 'video' ? 'video' : 'place' })}
          items={[
            { value: 'place', label: 'At a place' },
            { value: 'video', label: 'By video' },
          ]}
        />
      </FormField>
      {draft.by === 'place' ? (
        <FormField label="Place" errorText={errors.get('place')} stretch>
          <Input
            value={draft.place}
            onChange={({ detail }) => change({ place: detail.value })}
            placeholder="Shopwithus, 12 Market Street, Leeds"
          />
        </FormField>
      ) : (
        <FormField label="Address of the call" errorText={errors.get('videoUrl')} stretch>
          <Input
            type="url"
            value={draft.videoUrl}
            onChange={({ detail }) => change({ videoUrl: detail.value })}
            placeholder="https://"
          />
        </FormField>
      )}
      <FormField label="Interviewers" errorText={interviewersError} stretch>
        <Multiselect
          selectedOptions={draft.interviewers.map((id) => ({ value: id, label: nameOf(id) }))}
          options={people.map(({ id, name, role }) => ({ value: id, label: name, description: role }))}
          placeholder="Choose"
          deselectAriaLabel={({ label }) => `Remove ${label ?? ''}`}
          onChange={({ detail }) =>
            change({ interviewers: detail.selectedOptions.flatMap(({ value }) => value ?? []) })
          }
        />
      </FormField>
      <FormField label="What to bring (optional)" errorText={errors.get('bring')} stretch>
        <Input value={draft.bring} onChange={({ detail }) => change({ bring: detail.value })} />
      </FormField>
      <FormField
        label="Phone answered on the day (optional)"
        description="Without one the recruiter’s number is given."
        errorText={errors.get('contactPhone')}
        stretch
      >
        <Input
          inputMode="tel"
          value={draft.contactPhone}
          onChange={({ detail }) => change({ contactPhone: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}
