import { ApplicationPage } from './application/page.tsx';
import { DecisionPage } from './decide/page.tsx';
import { JobsPage } from './jobs/list.tsx';
import { JobPage, NewJobPage } from './jobs/page.tsx';
import { Page } from './shell/page.tsx';
import { PageLink } from './shell/page-link.tsx';
import { addressOf, routeOf, usePath } from './shell/router.ts';
import type { Route } from './shell/router.ts';
import { Shell } from './shell/shell.tsx';
import { TodayPage } from './today/page.tsx';

/** The page an address names, within the frame. */
export function Pages() {
  const path = usePath();
  return (
    <Shell path={path}>
      <Named key={path} route={routeOf(path)} />
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
      return <ApplicationPage applicationId={route.applicationId} />;
    case 'jobs':
      return <JobsPage />;
    case 'new-job':
      return <NewJobPage />;
    case 'job':
      return <JobPage jobId={route.jobId} />;
    case 'unknown':
      return (
        <Page title="No such page">
          This address leads nowhere. <PageLink to={addressOf.today}>See what is due today</PageLink>
        </Page>
      );
  }
}
