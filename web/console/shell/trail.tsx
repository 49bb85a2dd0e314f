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
  unknown: 'No such page',
};

/** The way back. */
export function Trail({ path }: { path: string }) {
  const { page } = routeOf(path);
  const isJobs = page === 'jobs' || page === 'new-job' || page === 'job';
  const text = here[page];
  return (
    <BreadcrumbGroup
      ariaLabel="The way back"
      items={[
        isJobs ? { text: 'Jobs', href: addressOf.jobs } : { text: 'Today', href: addressOf.today },
        ...(text === undefined ? [] : [{ text, href: path }]),
      ]}
      onFollow={(event) => {
        event.preventDefault();
        navigate(event.detail.href);
      }}
    />
  );
}
