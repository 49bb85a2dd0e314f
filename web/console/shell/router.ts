import { useSyncExternalStore } from 'react';

const base = '/console/';

/** Pages of the console, with the ids their addresses carry; addresses carry nothing else. */
export type Route =
  | { readonly page: 'today' }
  | { readonly page: 'decide'; readonly applicationId: string; readonly gateId: string }
  | { readonly page: 'application'; readonly applicationId: string; readonly tab: string | undefined }
  | { readonly page: 'jobs' }
  | { readonly page: 'new-job' }
  | { readonly page: 'job'; readonly jobId: string }
  | { readonly page: 'record'; readonly from: string | undefined; readonly to: string | undefined }
  | { readonly page: 'offers'; readonly campaign: string | undefined }
  | { readonly page: 'workflows' }
  | { readonly page: 'workflow'; readonly name: string; readonly tab: string | undefined }
  | { readonly page: 'messages' }
  | { readonly page: 'message'; readonly name: string; readonly locale: string | undefined }
  | { readonly page: 'settings'; readonly tab: string | undefined; readonly part: string | undefined }
  | { readonly page: 'unknown' };

export const addressOf = {
  today: base,
  decide: (applicationId: string, gateId: string) => `${base}decide/${applicationId}/${gateId}`,
  application: (applicationId: string, tab?: string) =>
    `${base}applications/${applicationId}${tab === undefined ? '' : `/${tab}`}`,
  jobs: `${base}jobs`,
  newJob: `${base}jobs/new`,
  job: (jobId: string) => `${base}jobs/edit/${jobId}`,
  record: (from?: string, to?: string) =>
    `${base}record${from === undefined || to === undefined ? '' : `/${from}/${to}`}`,
  offers: (campaign?: string) => `${base}offers${campaign === undefined ? '' : `/${campaign}`}`,
  workflows: `${base}workflows`,
  workflow: (name: string, tab?: string) => `${base}workflows/${name}${tab === undefined ? '' : `/${tab}`}`,
  messages: `${base}messages`,
  message: (name: string, locale?: string) =>
    `${base}messages/${name}${locale === undefined ? '' : `/${locale}`}`,
  settings: (tab?: string) => `${base}settings${tab === undefined ? '' : `/${tab}`}`,
  campaign: (id: string) => `${base}settings/offers/${id}`,
} as const;

export function routeOf(path: string): Route {
  const [page = '', first, second, ...rest] = path.slice(base.length).split('/').filter(Boolean);
  if (rest.length > 0) return { page: 'unknown' };
  if (page === '') return { page: 'today' };
  if (page === 'decide' && first !== undefined && second !== undefined)
    return { page: 'decide', applicationId: first, gateId: second };
  if (page === 'applications' && first !== undefined)
    return { page: 'application', applicationId: first, tab: second };
  const figures = figuresRouteOf(page, first, second);
  if (figures !== undefined) return figures;
  const edited = adminRouteOf(page, first, second);
  if (edited !== undefined) return edited;
  if (page !== 'jobs') return { page: 'unknown' };
  if (first === undefined) return { page: 'jobs' };
  if (first === 'new' && second === undefined) return { page: 'new-job' };
  if (first === 'edit' && second !== undefined) return { page: 'job', jobId: second };
  return { page: 'unknown' };
}

/** The pages that tell how it goes; the days of the record are in its address. */
function figuresRouteOf(page: string, first?: string, second?: string): Route | undefined {
  if (page === 'record' && (first === undefined) === (second === undefined))
    return { page: 'record', from: first, to: second };
  if (page === 'offers' && second === undefined) return { page: 'offers', campaign: first };
  return undefined;
}

/** The pages of whoever edits how the company hires. */
function adminRouteOf(page: string, first?: string, second?: string): Route | undefined {
  if (page === 'workflows')
    return first === undefined ? { page: 'workflows' } : { page: 'workflow', name: first, tab: second };
  if (page === 'messages')
    return first === undefined ? { page: 'messages' } : { page: 'message', name: first, locale: second };
  if (page === 'settings' && (second === undefined || first === 'offers'))
    return { page: 'settings', tab: first, part: second };
  return undefined;
}

/** How many parts of an address name the page itself; what follows is a tab, or the days it shows. */
const keptOf: Readonly<Record<string, number>> = {
  applications: 2,
  workflows: 2,
  messages: 2,
  settings: 1,
  record: 1,
};

/** What stays the same page while its tabs are changed. */
export function placeOf(path: string): string {
  const parts = path.slice(base.length).split('/');
  const kept = keptOf[parts[0] ?? ''] ?? 3;
  return parts.slice(0, kept).join('/');
}

const moved = 'console:moved';

/** Shows another page of the console without loading it anew; another tab of the same page stays where it is. */
export function navigate(address: string): void {
  const isTab = placeOf(address) === placeOf(location.pathname);
  history.pushState(null, '', address);
  window.dispatchEvent(new Event(moved));
  if (!isTab) window.scrollTo(0, 0);
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
