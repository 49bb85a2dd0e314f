import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { finishTask } from '../../../domain/api/recruiter/tasks.ts';
import { toldBy } from '../../../domain/tasks/call.ts';
import { useSigned } from '../api/context.ts';
import { Telephone } from '../shell/telephone.tsx';
import { Due } from '../shell/due.tsx';
import { Failed } from '../shell/failed.tsx';
import { useMainVariant } from '../shell/primary.tsx';
import { useSubmission } from '../shell/submission.ts';
import { moment } from '../time/words.ts';
import { taskWords, untoldWords } from '../words/gates.ts';
import { actorOf } from '../words/people.ts';
import type { TaskData } from './data.ts';

interface TaskProps {
  readonly applicationId: string;
  readonly task: TaskData;
  /** The candidate's number, if they gave one. */
  readonly phone: string | undefined;
  readonly onChange: () => Promise<void>;
}

/** Something a person has to do by hand. */
export function TaskPanel({ applicationId, task, phone, onChange }: TaskProps) {
  const { call } = useSigned();
  const variant = useMainVariant();
  const [note, setNote] = useState('');
  const { trouble, isSending, submit } = useSubmission({
    check: () => ({ value: note.trim() === '' ? {} : { note: note.trim() } }),
    send: async (body) => {
      await call(finishTask, { params: { applicationId, taskId: task.taskId }, body });
      await onChange();
    },
  });

  return (
    <Container
      header={
        <Header variant="h2" description={<Due at={task.due} />}>
          {taskWords[task.task]}
        </Header>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SpaceBetween size="m">
          {task.subject.startsWith(applicationId) && (
            <Box variant="p">
              Something failed that trying again did not mend. Once it is put right, mark this as done: the
              automatic steps then go on where they stopped, and nothing is sent twice.
            </Box>
          )}
          <Untold task={task} />
          {isCall(task) &&
            (phone === undefined ? 'They gave no telephone number.' : <Telephone number={phone} />)}
          {trouble !== undefined && <Failed error={trouble} onRetry={submit} />}
          <FormField label="What came of it (optional)" description="For colleagues." stretch>
            <Input autoComplete={false} value={note} onChange={({ detail }) => setNote(detail.value)} />
          </FormField>
          <Button formAction="submit" variant={variant} loading={isSending}>
            Mark as done
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  );
}

/** What no mail could tell the candidate. */
function Untold({ task }: { task: TaskData }) {
  const untold = [...new Set(toldBy(task))];
  if (untold.length === 0) return undefined;
  return (
    <Box variant="div">
      Tell them, and ask for an address that takes mail:
      <ul>
        {untold.map((message) => (
          <li key={message}>{untoldWords[message]}</li>
        ))}
      </ul>
    </Box>
  );
}

const calls: readonly TaskData['task'][] = ['welcome-call', 'answer-owed', 'call-bounced', 'contract-call'];
const isCall = ({ task }: TaskData): boolean => calls.includes(task);

/** Tasks that are done, with their notes. */
export function TasksDone({ tasks }: { tasks: readonly TaskData[] }) {
  if (tasks.length === 0) return undefined;
  return (
    <Container header={<Header variant="h3">Tasks done</Header>}>
      {tasks.map(({ taskId, task, doneBy, doneAt, note }) => (
        <Box key={taskId}>
          <b>{taskWords[task]}</b>
          {doneBy !== undefined && ` · ${actorOf(doneBy)}`}
          {doneAt !== undefined && `, ${moment(doneAt)}`}
          {note !== undefined && <Box color="text-body-secondary">{note}</Box>}
        </Box>
      ))}
    </Container>
  );
}
