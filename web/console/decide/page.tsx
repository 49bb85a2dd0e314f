import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Criteria } from '../application/criteria.tsx';
import { useApplication } from '../application/data.ts';
import type { ApplicationData, GateData } from '../application/data.ts';
import { HandOver } from '../application/hand-over.tsx';
import { Profile } from '../application/profile.tsx';
import { Due } from '../shell/due.tsx';
import { Failed } from '../shell/failed.tsx';
import { useIsNarrow } from '../shell/narrow.ts';
import { Page } from '../shell/page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { addressOf } from '../shell/router.ts';
import { moment } from '../time/words.ts';
import { promised } from '../words/gates.ts';
import { choicesOf } from './choices.ts';
import { GatePanel } from './gate-panel.tsx';
import { Loading } from '../shell/loading.tsx';

/** Where the reminder leads: the facts on the left, the decision on the right, one minute from mail to decided. */
export function DecisionPage({ applicationId, gateId }: { applicationId: string; gateId: string }) {
  const { value, error, reload } = useApplication(applicationId);
  if (value === undefined)
    return (
      <Page title="Decide">
        {error === undefined ? <Loading /> : <Failed error={error} onRetry={() => void reload()} />}
      </Page>
    );
  const gate = value.gates.find((one) => one.gateId === gateId);
  return (
    <Page
      title={value.application.candidate.name}
      description={value.application.jobTitle}
      actions={<PageLink to={addressOf.application(applicationId)}>The whole application</PageLink>}
    >
      <Grid gridDefinition={[{ colspan: { default: 12, m: 5 } }, { colspan: { default: 12, m: 7 } }]}>
        <Facts data={value} gate={gate} />
        <Container
          header={<Header variant="h2">{gate ? promised[gate.kind] : 'Nothing to decide'}</Header>}
          footer={
            gate?.status === 'pending' && (
              <HandOver applicationId={applicationId} gate={gate} onChange={reload} />
            )
          }
        >
          {gate === undefined ? (
            'This link names nothing that the application waits for.'
          ) : gate.status === 'pending' && choicesOf(gate.kind).length === 0 ? (
            <PageLink to={addressOf.application(applicationId)}>
              This is done on the application’s page
            </PageLink>
          ) : (
            <GatePanel data={value} gate={gate} onChange={reload} />
          )}
        </Container>
      </Grid>
    </Page>
  );
}

function Facts({ data, gate }: { data: ApplicationData; gate: GateData | undefined }) {
  const isNarrow = useIsNarrow();
  return (
    <SpaceBetween size="l">
      {gate?.status === 'pending' && (
        <Container>
          <Due at={gate.due} /> Promised by {moment(gate.due)}.
        </Container>
      )}
      <Container header={<Header variant="h2">Published criteria</Header>}>
        <Criteria criteria={data.criteria} />
      </Container>
      {isNarrow ? (
        // On a phone the decision must not be screens away from the mail.
        <ExpandableSection variant="container" headerText="Applicant and résumé">
          <Profile application={data.application} columns={1} />
        </ExpandableSection>
      ) : (
        <Container header={<Header variant="h2">Applicant</Header>}>
          <Profile application={data.application} columns={2} />
        </Container>
      )}
    </SpaceBetween>
  );
}
