import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useEffect } from 'react';
import { isConflict } from '../api/problems.ts';
import { SentForm } from '../shell/sent-form.tsx';
import { useSubmission } from '../shell/submission.ts';
import { CriteriaFields } from './criteria-fields.tsx';
import { checkJob, jobTexts } from './draft.ts';
import type { JobText, NewJob } from './draft.ts';
import { JobFields } from './job-fields.tsx';
import { PeopleFields } from './people-fields.tsx';

interface JobFormProps {
  /** Under which name the text is kept while it is written. */
  readonly about: string;
  readonly initial: JobText;
  readonly isNew: boolean;
  readonly send: (job: NewJob) => Promise<void>;
  readonly onText: (text: JobText) => void;
}

const taken = new Map([['jobId', 'There is a job at this address already.']]);

/** Writes a job; keeps what was written when it cannot be sent. */
export function JobForm({ about, initial, isNew, send, onText }: JobFormProps) {
  const [kept, setKept] = jobTexts.use(about);
  const text = kept ?? initial;
  useEffect(() => onText(text), [onText, text]);
  const change = (part: Partial<JobText>) => setKept({ ...text, ...part });
  const submission = useSubmission({
    check: () => checkJob(text),
    send: async (job) => {
      await send(job);
      jobTexts.put(about, undefined);
    },
    explain: (error) => (isNew && isConflict(error) ? taken : undefined),
  });
  const { errors } = submission;
  return (
    <SentForm submission={submission} action={isNew ? 'Open this job' : 'Save'} does="saved">
      <Container header={<Header variant="h2">The job</Header>}>
        <JobFields text={text} isNew={isNew} errors={errors} onChange={change} />
      </Container>
      <Container>
        <CriteriaFields
          criteria={text.criteria}
          errors={errors}
          onChange={(criteria) => change({ criteria })}
        />
      </Container>
      <Container header={<Header variant="h2">Who answers</Header>}>
        <PeopleFields text={text} errors={errors} onChange={change} />
      </Container>
    </SentForm>
  );
}
