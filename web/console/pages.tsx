import { lazy, Suspense } from 'react';
import { DecisionPage } from './decide/page.tsx';
import { JobsPage } from './jobs/list.tsx';
import { Boundary } from './shell/boundary.tsx';
import { Page } from './shell/page.tsx';
import { PageLink } from './shell/page-link.tsx';
import { addressOf, placeOf, routeOf, usePath } from './shell/router.ts';
import type { Route } from './shell/router.ts';
import { Shell } from './shell/shell.tsx';
import { TodayPage } from './today/page.tsx';
import { Loading } from './shell/loading.tsx';

// Editors are large and not where the day begins: they come when somebody opens them.
const ApplicationPage = lazy(async () => ({
  default: (await import('./application/page.tsx')).ApplicationPage,
}));
const NewJobPage = lazy(async () => ({ default: (await import('./jobs/page.tsx')).NewJobPage }));
const JobPage = lazy(async () => ({ default: (await import('./jobs/page.tsx')).JobPage }));
const RecordPage = lazy(async () => ({ default: (await import('./record/page.tsx')).RecordPage }));
const OffersPage = lazy(async () => ({ default: (await import('./offers/page.tsx')).OffersPage }));

const WorkflowsPage = lazy(async () => ({
  default: (await import('./workflows/list.tsx')).WorkflowsPage,
}));
const WorkflowPage = lazy(async () => ({
  default: (await import('./workflows/page.tsx')).WorkflowPage,
}));
const MessagesPage = lazy(async () => ({
  default: (await import('./messages/list.tsx')).MessagesPage,
}));
const MessagePage = lazy(async () => ({
  default: (await import('./messages/page.tsx')).MessagePage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('./settings/page.tsx')).SettingsPage,
}));

/** The page an address names, within the frame. */
export function Pages() {
  const path = usePath();
  return (
    <Shell path={path}>
      <Boundary key={placeOf(path)}>
        <Suspense fallback={<Loading />}>
          <Named route={routeOf(path)} />
        </Suspense>
      </Boundary>
    </Shell>
  );
}

function Named({ route }: { route: Route }) {
  switch (route.page) {
    case 'today':
      return <TodayPage />;
    case 'decide':
      return <DecisionPage applicationId={route.applicationId} gateId={route.gateId} />;
    case 'application':
      return <ApplicationPage applicationId={route.applicationId} tab={route.tab} />;
    case 'jobs':
      return <JobsPage />;
    case 'new-job':
      return <NewJobPage />;
    case 'job':
      return <JobPage jobId={route.jobId} />;
    case 'record':
      return <RecordPage from={route.from} to={route.to} />;
    case 'offers':
      return <OffersPage campaign={route.campaign} />;
    case 'workflows':
      return <WorkflowsPage />;
    case 'workflow':
      return <WorkflowPage key={route.name} name={route.name} tab={route.tab} />;
    case 'messages':
      return <MessagesPage />;
    case 'message':
      return <MessagePage name={route.name} locale={route.locale} />;
    case 'settings':
      return <SettingsPage tab={route.tab} part={route.part} />;
    case 'unknown':
      return (
        <Page title="No such page">
          This address leads nowhere. <PageLink to={addressOf.today}>See what is due today</PageLink>
        </Page>
      );
  }
}
