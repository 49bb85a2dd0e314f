import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import { isConflict, Refused } from '../api/problems.ts';
import { Failed } from '../shell/failed.tsx';
import { CriteriaFields } from './criteria-fields.tsx';
import { checkJob, jobTexts } from './draft.ts';
import type { JobText } from './draft.ts';
import { JobFields } from './job-fields.tsx';
import { PeopleFields } from './people-fields.tsx';

const none: ReadonlyMap<string, string> = new Map();
type Whole = Extract<ReturnType<typeof checkJob>, { job: unknown }>['job'];

interface JobFormProps {
  /** Under which name the text is kept while it is written. */
  readonly about: string;
  readonly initial: JobText;
  readonly isNew: boolean;
  readonly people: readonly string[];
  readonly send: (job: Whole) => Promise<void>;
  readonly onText: (text: JobText) => void;
}

/** Writes a job; keeps what was written when it cannot be sent. */
export function JobForm({ about, initial, isNew, people, send, onText }: JobFormProps) {
  const [kept, setKept] = jobTexts.use(about);
  const text = kept ?? initial;
  const [errors, setErrors] = useState(none);
  const [trouble, setTrouble] = useState<unknown>();
  const [isSending, setSending] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.size > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  useEffect(() => onText(text), [onText, text]);
  const change = (part: Partial<JobText>) => setKept({ ...text, ...part });

  async function submit() {
    setTrouble(undefined);
    const checked = checkJob(text);
    setErrors('missing' in checked ? checked.missing : none);
    if ('missing' in checked) return;
    setSending(true);
    try {
      await send(checked.job);
      jobTexts.put(about, undefined);
    } catch (error) {
      const fields = error instanceof Refused ? error.fields : none;
      const taken = isNew && isConflict(error);
      setErrors(taken ? new Map([['jobId', 'There is a job at this address already.']]) : fields);
      if (fields.size === 0 && !taken) setTrouble(error);
    } finally {
      setSending(false);
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Form
        errorText={errors.size > 0 ? 'Look at what is marked above; nothing was saved.' : undefined}
        actions={
          <Button variant="primary" formAction="submit" loading={isSending} loadingText="Saving">
            {isNew ? 'Open this job' : 'Save'}
          </Button>
        }
      >
        <div ref={body}>
          <SpaceBetween size="l">
            {trouble !== undefined && <Failed error={trouble} onRetry={() => void submit()} />}
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
              <PeopleFields text={text} errors={errors} people={people} onChange={change} />
            </Container>
          </SpaceBetween>
        </div>
      </Form>
    </form>
  );
}
