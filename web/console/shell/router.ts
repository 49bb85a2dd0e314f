import { useSyncExternalStore } from 'react';

const base = '/console/';

/** Pages of the console, with the ids their addresses carry; addresses carry nothing else. */
export type Route =
  | { readonly page: 'today' }
  | { readonly page: 'decide'; readonly applicationId: string; readonly gateId: string }
  | { readonly page: 'application'; readonly applicationId: string }
  | { readonly page: 'jobs' }
  | { readonly page: 'new-job' }
  | { readonly page: 'job'; readonly jobId: string }
  | { readonly page: 'unknown' };

export const addressOf = {
  today: base,
  decide: (applicationId: string, gateId: string) => `${base}decide/${applicationId}/${gateId}`,
  application: (applicationId: string) => `${base}applications/${applicationId}`,
  jobs: `${base}jobs`,
  newJob: `${base}jobs/new`,
  job: (jobId: string) => `${base}jobs/edit/${jobId}`,
} as const;

export function routeOf(path: string): Route {
  const [page = '', first, second, ...rest] = path.slice(base.length).split('/').filter(Boolean);
  if (rest.length > 0) return { page: 'unknown' };
  if (page === '') return { page: 'today' };
  if (page === 'decide' && first !== undefined && second !== undefined)
    return { page: 'decide', applicationId: first, gateId: second };
  if (page === 'applications' && first !== undefined && second === undefined)
    return { page: 'application', applicationId: first };
  if (page !== 'jobs') return { page: 'unknown' };
  if (first === undefined) return { page: 'jobs' };
  if (first === 'new' && second === undefined) return { page: 'new-job' };
  if (first === 'edit' && second !== undefined) return { page: 'job', jobId: second };
  return { page: 'unknown' };
}

const moved = 'console:moved';

/** Shows another page of the console without loading it anew. */
export function navigate(address: string): void {
  history.pushState(null, '', address);
  window.dispatchEvent(new Event(moved));
  window.scrollTo(0, 0);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);
