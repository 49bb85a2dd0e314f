import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useSigned } from '../api/context.ts';
import { Interviews } from '../interviews/list.tsx';
import { Failed } from '../shell/failed.tsx';
import { useIsNarrow } from '../shell/narrow.ts';
import { Page } from '../shell/page.tsx';
import { First } from '../shell/primary.tsx';
import { addressOf, navigate } from '../shell/router.ts';
import { actsOf } from './acts.ts';
import { Criteria } from './criteria.tsx';
import { useApplication } from './data.ts';
import type { ApplicationData } from './data.ts';
import { History } from './history.tsx';
import { Messages } from './messages.tsx';
import { Owed } from './owed.tsx';
import { Profile } from './profile.tsx';
import { PromiseBar } from './promise-bar.tsx';
import { Resume } from './resume.tsx';
import { TasksDone } from './tasks.tsx';
import { Loading } from '../shell/loading.tsx';

interface ApplicationPageProps {
  readonly applicationId: string;
  /** What is shown of everything known. */
  readonly tab: string | undefined;
}

/** One application: what was promised, what is owed now, and everything known. */
export function ApplicationPage({ applicationId, tab }: ApplicationPageProps) {
  const { me } = useSigned();
  const { value, error, reload } = useApplication(applicationId);
  if (value === undefined)
    return (
      <Page title="Application">
        {error === undefined ? <Loading /> : <Failed error={error} onRetry={() => void reload()} />}
      </Page>
    );
  const { candidate, jobTitle, reference, hasResume } = value.application;
  return (
    <Page
      title={candidate.name}
      description={`${jobTitle} · ${reference}`}
      actions={hasResume && <Resume applicationId={applicationId} />}
    >
      <PromiseBar application={value.application} />
      <SpaceBetween size="l">
        {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
        <Owed data={value} onChange={reload} />
        <First isFirst={!actsOf(value, me).some(({ isMine }) => isMine)}>
          <Known data={value} tab={tab} onChange={reload} />
        </First>
      </SpaceBetween>
    </Page>
  );
}

interface KnownProps {
  readonly data: ApplicationData;
  readonly tab: string | undefined;
  readonly onChange: () => Promise<void>;
}

function Known({ data, tab = 'answers', onChange }: KnownProps) {
  const { interviews, messages } = data;
  const { applicationId } = data.application;
  return (
    <Tabs
      activeTabId={tab}
      onChange={({ detail: { activeTabId } }) =>
        navigate(addressOf.application(applicationId, activeTabId === 'answers' ? undefined : activeTabId))
      }
      tabs={[
        { id: 'answers', label: 'Answers', content: <Answers data={data} /> },
        {
          id: 'interviews',
          label: `Interviews (${interviews.length})`,
          content: <Interviews data={data} onChange={onChange} />,
        },
        {
          id: 'messages',
          label: `Messages (${messages.length})`,
          content: <Messages applicationId={applicationId} messages={messages} />,
        },
        {
          id: 'history',
          label: 'History',
          content: (
            <SpaceBetween size="l">
              <TasksDone tasks={data.tasks.filter(({ status }) => status === 'done')} />
              <History gates={data.gates} timeline={data.timeline} />
            </SpaceBetween>
          ),
        },
      ]}
    />
  );
}

function Answers({ data }: { data: ApplicationData }) {
  const isNarrow = useIsNarrow();
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Published criteria</Header>}>
        <SpaceBetween size="m">
          <Criteria criteria={data.criteria} />
          <Box color="text-body-secondary" fontSize="body-s">
            Answers are compared with what the job published. Nobody is scored; nobody is declined by
            Hearback.
          </Box>
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">Applicant</Header>}>
        <Profile application={data.application} columns={isNarrow ? 1 : 3} />
      </Container>
    </SpaceBetween>
  );
}
