import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { addressOf, navigate, routeOf } from './router.ts';
import type { Route } from './router.ts';

const here: Readonly<Record<Route['page'], string | undefined>> = {
  today: undefined,
  decide: 'Decide',
  application: 'Application',
  jobs: undefined,
  'new-job': 'Open a job',
  job: 'Job',
  record: undefined,
  offers: undefined,
  workflows: undefined,
  workflow: 'Workflow',
  messages: undefined,
  message: 'Message',
  settings: undefined,
  unknown: 'No such page',
};

/** The page of the navigation that a page belongs to. */
function rootOf(page: Route['page']): { text: string; href: string } {
  switch (page) {
    case 'jobs':
    case 'new-job':
    case 'job':
      return { text: 'Jobs', href: addressOf.jobs };
    case 'record':
      return { text: 'Service record', href: addressOf.record() };
    case 'offers':
      return { text: 'Offers', href: addressOf.offers() };
    case 'workflows':
    case 'workflow':
      return { text: 'Workflows', href: addressOf.workflows };
    case 'messages':
    case 'message':
      return { text: 'Messages', href: addressOf.messages };
    case 'settings':
      return { text: 'Settings', href: addressOf.settings() };
    case 'today':
    case 'decide':
    case 'application':
    case 'unknown':
      return { text: 'Today', href: addressOf.today };
  }
}

/** The way back. */
export function Trail({ path }: { path: string }) {
  const { page } = routeOf(path);
  const text = here[page];
  return (
    <BreadcrumbGroup
      ariaLabel="The way back"
      items={[rootOf(page), ...(text === undefined ? [] : [{ text, href: path }])]}
      onFollow={(event) => {
        event.preventDefault();
        navigate(event.detail.href);
      }}
    />
  );
}
