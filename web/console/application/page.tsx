import { Page } from '../shell/page.tsx';

export function ApplicationPage({ applicationId }: { applicationId: string }) {
  return <Page title="Application">{applicationId}</Page>;
}
